// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.metadata;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.file.FileSlice;
import io.drey.state.snapshot.metadata.OperatorHandle.Partitions;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the metadata of a changed snapshot in the version of its source. What is not changed is
 * copied, except that files are named as files beside the metadata.
 */
public final class MetadataWriter {
  private static final int BYTES_OF_COUNT = Integer.BYTES;
  private static final int NONE = 0;
  private static final int BYTES = 1;
  private static final int PARTITIONS = 4;
  private static final int RELATIVE_FILE = 6;
  private static final int SAVEPOINT_KEY_GROUPS = 7;

  private final Metadata metadata;
  private final byte[] source;
  private final Map<FileSlice, String> names;
  private final Map<String, OperatorId> stored = new HashMap<>();
  private final ByteWriter out = new ByteWriter();

  private MetadataWriter(Metadata metadata, byte[] source, Map<FileSlice, String> names) {
    this.metadata = metadata;
    this.source = source;
    this.names = names;
    metadata.operators().forEach(each -> stored.put(each.id().hash(), each.id()));
  }

  /**
   * Returns the bytes of the metadata file.
   *
   * @param metadata that of the source as it is stored: operators that keep their identity are
   *     written with the uids that it has, not with others that are known
   * @param source the bytes from which that was read
   * @param operators those of the new snapshot that the source has, too
   * @param added those that it has not
   * @param names the names in the new snapshot of all files that are kept
   */
  public static byte[] write(
      Metadata metadata,
      byte[] source,
      List<OperatorOutput> operators,
      List<AddedOperator> added,
      Map<FileSlice, String> names) {
    MetadataWriter writer = new MetadataWriter(metadata, source, names);
    ByteRange old = metadata.operatorRange();
    writer.copy(new ByteRange(0, old.from() - BYTES_OF_COUNT));
    writer.out.writeInt(operators.size() + added.size());
    operators.forEach(writer::operator);
    added.forEach(writer::added);
    writer.copy(new ByteRange(old.to(), source.length));
    return writer.out.bytes();
  }

  private void operator(OperatorOutput operator) {
    boolean isSame = operator.id().equals(operator.source().id());
    id(isSame ? stored.getOrDefault(operator.id().hash(), operator.id()) : operator.id());
    out.writeInt(operator.source().parallelism());
    out.writeInt(operator.maxParallelism());
    coordinator(operator);
    out.writeInt(operator.source().isFinished() ? -1 : operator.subtasks().size());
    operator.subtasks().forEach(this::subtask);
  }

  /** Flink takes it only in the metadata itself. */
  private void coordinator(OperatorOutput operator) {
    if (operator.coordinator().isGiven()) {
      coordinator(operator.id(), operator.coordinator().value());
    } else {
      copy(operator.source().coordinatorRange());
    }
  }

  private void coordinator(OperatorId id, @Nullable ByteReader state) {
    if (state == null) {
      out.writeByte(NONE);
    } else {
      out.writeByte(BYTES);
      out.writeUtf(id.hash() + "-coordinator");
      out.writeInt((int) state.remaining());
      out.writeBytes(state);
    }
  }

  private void id(OperatorId id) {
    if (metadata.hasUids()) {
      out.writeUtf(id.name() == null ? "" : id.name());
      out.writeUtf(id.uid() == null ? "" : id.uid());
    }
    out.writeBytes(HexFormat.of().parseHex(id.hash()));
  }

  /** Writes an operator of one subtask, without raw state and in-flight events. */
  private void added(AddedOperator operator) {
    id(operator.id());
    out.writeInt(1);
    out.writeInt(operator.maxParallelism());
    coordinator(operator.id(), operator.coordinator());
    out.writeInt(1);
    out.writeInt(0);
    own(operator.own());
    own(null);
    keyed(operator.keyed());
    keyed(null);
    out.writeInt(0);
    out.writeInt(0);
  }

  private void subtask(SubtaskOutput subtask) {
    SubtaskSnapshot old = subtask.source();
    SubtaskRanges ranges = old.ranges();
    out.writeInt(ranges == null ? -(old.index() + 1) : old.index());
    if (ranges == null) {
      return;
    }
    if (subtask.managedOperator().isGiven()) {
      own(subtask.managedOperator().value());
    } else if (old.managedOperator() != null && old.managedOperator().isMerged()) {
      write(old.managedOperator(), name(old.managedOperator().file()));
    } else {
      copy(ranges.managedOperator());
    }
    copy(ranges.rawOperator());
    keyed(subtask.managedKeyed(), ranges.managedKeyed());
    keyed(subtask.rawKeyed(), ranges.rawKeyed());
    copy(ranges.channels());
  }

  private void own(@Nullable OperatorHandle handle) {
    if (handle == null) {
      out.writeInt(0);
    } else {
      write(handle, handle.file().path());
    }
  }

  private void write(OperatorHandle handle, String name) {
    out.writeInt(1);
    out.writeByte(PARTITIONS);
    out.writeInt(handle.all().size());
    for (Partitions partitions : handle.all()) {
      out.writeUtf(partitions.state());
      out.writeByte(partitions.mode().code());
      offsets(partitions.offsets());
    }
    file(name, handle.file().length());
  }

  private void keyed(Replacement<KeyedHandle.Sections> replacement, ByteRange old) {
    if (replacement.isGiven()) {
      keyed(replacement.value());
    } else {
      copy(old);
    }
  }

  private void keyed(KeyedHandle.@Nullable Sections handle) {
    if (handle == null) {
      out.writeByte(NONE);
    } else {
      out.writeByte(SAVEPOINT_KEY_GROUPS);
      out.writeInt(handle.groups().first());
      offsets(handle.offsets());
      file(handle.file().path(), handle.file().length());
    }
  }

  private void offsets(List<Long> offsets) {
    out.writeInt(offsets.size());
    offsets.forEach(out::writeLong);
  }

  private void file(String name, long length) {
    out.writeByte(RELATIVE_FILE);
    out.writeUtf(name);
    out.writeLong(length);
  }

  private String name(FileSlice slice) {
    String name = names.get(slice);
    return name == null ? slice.path() : name;
  }

  /** Copies a part of the source, in which files get their new names. */
  private void copy(ByteRange range) {
    long at = range.from();
    for (FileReference reference : metadata.referencesIn(range)) {
      raw(at, reference.range().from());
      file(name(reference.slice()), reference.slice().length());
      at = reference.range().to();
    }
    raw(at, range.to());
  }

  private void raw(long from, long to) {
    out.writeBytes(source, (int) from, (int) (to - from));
  }
}
