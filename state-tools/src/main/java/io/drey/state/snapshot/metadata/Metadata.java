// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.metadata;

import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.JavaObject;
import io.drey.state.snapshot.file.FileSlice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The {@code _metadata} file of a savepoint or checkpoint.
 *
 * @param version 3 up to Flink 1.16, 4 up to 1.20, 5 and 6 since
 * @param operatorRange where it has the operators, after their number
 * @param references all files that it names, in the order in which it does
 */
public record Metadata(
    int version,
    long checkpointId,
    List<OperatorSnapshot> operators,
    ByteRange operatorRange,
    List<FileReference> references) {
  private static final int MAGIC = 0x4960672d;
  private static final int MASTER_STATE_MAGIC = 0xc96b1696;
  private static final int OLDEST = 3;
  private static final int NEWEST = 6;
  private static final int FIRST_WITH_PROPERTIES = 4;
  private static final int FIRST_WITH_NAMES = 5;
  private static final int HASH_BYTES = 16;
  private static final int MAX_PARALLELISM = 1 << 15;

  /**
   * Reads the file. The checkpoint properties, which follow the operators in newer versions, are
   * ignored.
   *
   * @param path the file's own path, for state that is stored in it
   */
  public static Metadata read(ByteReader in, String path) {
    int magic = in.readInt();
    if (magic != MAGIC) {
      throw in.malformed("it is not the metadata of a savepoint or checkpoint");
    }
    int version = in.readInt();
    if (version == OLDEST - 1) {
      throw SavepointException.unsupported(
          in.file(),
          "Flink 1.3 to 1.10 wrote it (metadata version 2; supported: 1.11 and later)"
              + ": restore it with Flink 1.11 to 1.20 and take a savepoint there");
    }
    if (version < OLDEST || version > NEWEST) {
      throw in.malformed(
          "unsupported metadata version "
              + version
              + " (supported: "
              + OLDEST
              + " to "
              + NEWEST
              + ", of Flink 1.11 and later)");
    }
    return new Reading(in, version, new HandleReader(in, path, version)).all();
  }

  /** Returns the files that a part of the metadata names. */
  public List<FileReference> referencesIn(ByteRange range) {
    return references.subList(firstReference(range.from()), firstReference(range.to()));
  }

  /** Returns the number of files that are named before a byte. */
  private int firstReference(long at) {
    int from = 0;
    int to = references.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (references.get(middle).range().from() < at) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** The same with other operators. */
  public Metadata with(List<OperatorSnapshot> others) {
    return new Metadata(version, checkpointId, others, operatorRange, references);
  }

  /** Whether Flink 1 wrote it. */
  public boolean isOfFlink1() {
    return version <= ByteReader.LAST_VERSION_OF_FLINK_1;
  }

  /** Whether this version stores the uids and names of operators. */
  public boolean hasUids() {
    return version >= FIRST_WITH_NAMES;
  }

  /**
   * Finds an operator by its uid, its hash, or its name if that is unique.
   *
   * @throws IllegalArgumentException if there is no such operator
   */
  public OperatorSnapshot operator(String wanted) {
    List<OperatorSnapshot> found = operators(id -> wanted.equals(id.hash()) || id.isOf(wanted));
    if (found.isEmpty()) {
      found = operators(id -> wanted.equals(id.name()));
    }
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new IllegalArgumentException(
        "%s operator: '%s' (known: %s)"
            .formatted(
                found.isEmpty() ? "Unknown" : "Ambiguous",
                wanted,
                operators(id -> true).stream()
                    .map(each -> each.id().toString())
                    .sorted()
                    .collect(Collectors.joining(", "))));
  }

  private List<OperatorSnapshot> operators(Predicate<OperatorId> isWanted) {
    return operators.stream().filter(each -> isWanted.test(each.id())).toList();
  }

  private record Reading(ByteReader in, int version, HandleReader handles) {
    Metadata all() {
      long checkpointId = in.readSize();
      for (int rest = in.readCount(); rest > 0; rest--) {
        skipMasterState();
      }
      List<OperatorSnapshot> operators = new ArrayList<>();
      int count = in.readCount();
      long from = in.offset();
      for (int rest = count; rest > 0; rest--) {
        operators.add(operator());
      }
      ByteRange range = ByteRange.since(from, in);
      if (version >= FIRST_WITH_PROPERTIES) {
        JavaObject.read(in);
      }
      return new Metadata(
          version, checkpointId, List.copyOf(operators), range, handles.references());
    }

    private void skipMasterState() {
      in.expectInt(MASTER_STATE_MAGIC, "the magic number of a master hook's state");
      in.skip(in.readCount());
    }

    private OperatorSnapshot operator() {
      OperatorId id = id();
      int parallelism = in.readInt();
      int maxParallelism = in.readInt();
      if (parallelism < 1 || parallelism > maxParallelism || maxParallelism > MAX_PARALLELISM) {
        throw in.malformed(
            "invalid parallelism of "
                + id
                + ": "
                + parallelism
                + " with max parallelism "
                + maxParallelism);
      }
      long from = in.offset();
      FileSlice coordinator = handles.stream();
      ByteRange range = ByteRange.since(from, in);
      int count = in.readInt();
      boolean isFinished = count == -1;
      return new OperatorSnapshot(
          id,
          parallelism,
          maxParallelism,
          coordinator,
          range,
          isFinished,
          isFinished ? List.of() : subtasks(count, parallelism));
    }

    private OperatorId id() {
      String name = version >= FIRST_WITH_NAMES ? textOrNull() : null;
      String uid = version >= FIRST_WITH_NAMES ? textOrNull() : null;
      return new OperatorId(HexFormat.of().formatHex(in.readBytes(HASH_BYTES)), uid, name);
    }

    private @Nullable String textOrNull() {
      String text = in.readUtf();
      return text.isEmpty() ? null : text;
    }

    private List<SubtaskSnapshot> subtasks(int count, int parallelism) {
      if (count < 0 || count > parallelism) {
        throw in.malformed(
            "invalid number of subtasks: " + count + " with parallelism " + parallelism);
      }
      List<SubtaskSnapshot> subtasks = new ArrayList<>();
      for (int rest = count; rest > 0; rest--) {
        subtasks.add(subtask(parallelism));
      }
      subtasks.sort(Comparator.comparing(SubtaskSnapshot::index));
      return subtasks;
    }

    private SubtaskSnapshot subtask(int parallelism) {
      int stored = in.readInt();
      int index = stored < 0 ? -(stored + 1) : stored;
      if (index >= parallelism) {
        throw in.malformed("invalid subtask index: " + index + " with parallelism " + parallelism);
      }
      return stored < 0 ? SubtaskSnapshot.finished(index) : handles.subtask(index);
    }
  }
}
