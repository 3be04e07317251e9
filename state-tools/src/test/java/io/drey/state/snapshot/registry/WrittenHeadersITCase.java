// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.OldSnapshots;
import io.drey.state.sample.Snapshots;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.header.FileHeader;
import io.drey.state.snapshot.header.StateHeader;
import io.drey.state.snapshot.keyed.KeyedHandles;
import io.drey.state.snapshot.metadata.KeyedHandle;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import io.drey.state.snapshot.serializer.SnapshotBytes;
import io.drey.state.snapshot.serializer.UnwritableSnapshotException;
import io.drey.state.snapshot.type.TtlType;
import io.drey.state.snapshot.type.ValueType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The serializer snapshots of savepoints are written as Flink wrote them; Kryo's are only kept. */
class WrittenHeadersITCase {
  @ParameterizedTest
  @EnumSource
  void writesThoseOfFlink2(Snapshots snapshot) {
    List<Written> all = all(snapshot.path());

    all.forEach(Written::isKept);
    assertThat(all.stream().filter(it -> !it.isMade()).map(Written::text)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void writesThoseOfFlink1(OldSnapshots snapshot) {
    List<Written> all = all(snapshot.path());

    all.forEach(Written::isKept);
    assertThat(all.stream().filter(it -> !it.isMade()))
        .isNotEmpty()
        .allMatch(it -> it.text().contains("Kryo<"));
  }

  private static List<Written> all(Path savepoint) {
    SnapshotFiles files = SnapshotFiles.at(savepoint.toString());
    int version = files.metadata().version();
    List<Written> all = new ArrayList<>();
    for (OperatorSnapshot operator : files.metadata().operators()) {
      for (SubtaskSnapshot subtask : operator.subtasks()) {
        KeyedHandle keyed = subtask.managedKeyed();
        if (keyed != null) {
          add(KeyedHandles.header(files, keyed), version, all);
        }
      }
    }
    assertThat(all).hasSizeGreaterThan(20);
    return all;
  }

  private static void add(FileHeader header, int version, List<Written> all) {
    if (header.key() != null && header.keySnapshot() != null) {
      all.add(new Written(header.key(), header.keySnapshot(), version));
    }
    for (StateHeader state : header.states()) {
      state
          .types()
          .forEach(
              (role, type) ->
                  all.add(
                      new Written(
                          type, Objects.requireNonNull(state.snapshots().get(role)), version)));
    }
  }

  /** A snapshot in a header. */
  private record Written(ValueType type, SnapshotBytes snapshot, int version) {
    String text() {
      return type.text();
    }

    /** Whether it can be made of its type. */
    boolean isMade() {
      try {
        return written(new SnapshotWriter(version), type).equals(snapshot);
      } catch (UnwritableSnapshotException e) {
        return false;
      }
    }

    void isKept() {
      ByteWriter bytes = new ByteWriter();
      snapshot.write(bytes);
      SnapshotWriter writer = new SnapshotWriter(version);
      writer.keep(type, bytes.bytes());

      assertThat(written(writer, type)).isEqualTo(snapshot);
      ByteWriter timed = new ByteWriter();
      writer.write(new TtlType(type), timed);
      assertThat(timed.bytes())
          .endsWith(Arrays.copyOfRange(bytes.bytes(), Integer.BYTES, bytes.size()));
    }

    private static SnapshotBytes written(SnapshotWriter writer, ValueType type) {
      ByteWriter out = new ByteWriter();
      writer.write(type, out);
      return SnapshotBytes.of(out, ByteReader.UNKNOWN_VERSION);
    }
  }
}
