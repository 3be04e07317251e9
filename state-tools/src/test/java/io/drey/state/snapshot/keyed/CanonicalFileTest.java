// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.state.json.JsonWriter;
import io.drey.state.read.RowWriter;
import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.header.FileHeader;
import io.drey.state.snapshot.header.HeaderSearches;
import io.drey.state.snapshot.metadata.KeyGroups;
import io.drey.state.snapshot.metadata.KeyedHandle.Sections;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.MapSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.state.KeyedBackendSerializationProxy;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot.BackendStateType;
import org.apache.flink.streaming.api.operators.TimerSerializer;
import org.junit.jupiter.api.Test;

/** What the writer of canonical files writes is read, and damage to it does not hide entries. */
class CanonicalFileTest {
  private static final int MAX_PARALLELISM = 128;
  private static final KeyGroups GROUPS = new KeyGroups(3, 3);
  private static final int MAP = 0;
  private static final int TIMERS = 1;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final FileHeader header = header();
  private final List<KeyedState> states = KeyedState.of(header);
  private final Sections handle;

  CanonicalFileTest() throws IOException {
    try (CanonicalWriter writer = new CanonicalWriter(out, header, GROUPS, MAX_PARALLELISM)) {
      add(writer, 3, MAP, "a", bytes("m"), new byte[] {1});
      add(writer, 3, MAP, "a", bytes("n"), new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 5});
      add(writer, 3, MAP, "b", bytes("o"), new byte[] {1});
      add(writer, 3, TIMERS, "a", new byte[0], instant(7));
      add(writer, 3, TIMERS, "b", new byte[0], instant(8));
      add(writer, 3, MAP, "c", bytes("p"), new byte[] {1});
      add(writer, 5, TIMERS, "c", new byte[0], instant(9));
      handle = writer.finish("f");
    }
  }

  @Test
  void readsWhatWasWritten() {
    assertThat(read(out.toByteArray()))
        .isEqualTo(
            """
            {"operator":"o","state":"map","key":"a","map_key":"m","value":null}
            {"operator":"o","state":"map","key":"a","map_key":"n","value":5}
            {"operator":"o","state":"map","key":"b","map_key":"o","value":null}
            {"operator":"o","state":"timers","key":"a","timestamp":"1970-01-01T00:00:00.007Z"}
            {"operator":"o","state":"timers","key":"b","timestamp":"1970-01-01T00:00:00.008Z"}
            {"operator":"o","state":"map","key":"c","map_key":"p","value":null}
            {"operator":"o","state":"timers","key":"c","timestamp":"1970-01-01T00:00:00.009Z"}
            """);
  }

  @Test
  void reportsEveryWrongByteThatHidesAnEntry() {
    byte[] whole = out.toByteArray();
    for (int at = handle.offsets().get(0).intValue(); at < whole.length; at++) {
      for (int wrong = 1; wrong < 256; wrong++) {
        byte[] damaged = whole.clone();
        damaged[at] ^= (byte) wrong;

        assertThat(hidesEntries(damaged)).as("byte %d as %d", at, damaged[at]).isFalse();
      }
    }
  }

  private boolean hidesEntries(byte[] damaged) {
    try {
      return read(damaged).lines().count() < 7;
    } catch (SavepointException isReported) {
      return false;
    }
  }

  @Test
  void takesEachKeyGroupOnce() throws IOException {
    try (CanonicalWriter writer =
        new CanonicalWriter(new ByteArrayOutputStream(), header, GROUPS, MAX_PARALLELISM)) {
      add(writer, 5, TIMERS, "a", new byte[0], instant(7));
      add(writer, 4, TIMERS, "a", new byte[0], instant(7));

      assertThatThrownBy(() -> add(writer, 5, TIMERS, "a", new byte[0], instant(8)))
          .hasMessage("Invalid key group: must be one of 3..5, each once, but was 5");
      assertThatThrownBy(() -> add(writer, 6, TIMERS, "a", new byte[0], instant(8)))
          .hasMessage("Invalid key group: must be one of 3..5, each once, but was 6");
    }
  }

  private String read(byte[] file) {
    KeyGroupSections sections = new KeyGroupSections(ByteReader.of("f", file), handle, Scope.ALL);
    assertThat(sections.header().remaining()).isPositive();
    JsonWriter json = new JsonWriter();
    RowWriter rows = new RowWriter(json, "o", false);
    try (CanonicalReader reader = new CanonicalReader(sections, states, MAX_PARALLELISM)) {
      while (reader.next()) {
        rows.write(reader.entry());
      }
    }
    if (rows.damaged() > 0) {
      throw new SavepointException("f", "damaged rows");
    }
    return json.toString();
  }

  private void add(
      CanonicalWriter writer, int group, int state, String key, byte[] mapKey, byte[] value)
      throws IOException {
    writer.add(
        group,
        state,
        states.get(state),
        reader(bytes(key)),
        reader(new byte[] {0}),
        reader(mapKey),
        reader(value));
  }

  private static ByteReader reader(byte[] bytes) {
    return ByteReader.of("part", bytes);
  }

  /** The bytes of a text of one letter. */
  private static byte[] bytes(String letter) {
    return new byte[] {2, (byte) letter.charAt(0)};
  }

  private static byte[] instant(int millis) {
    return new byte[] {(byte) 0x80, 0, 0, 0, 0, 0, 0, (byte) millis};
  }

  private static FileHeader header() throws IOException {
    Map<String, TypeSerializerSnapshot<?>> ofMap =
        Map.of(
            "NAMESPACE_SERIALIZER",
            VoidNamespaceSerializer.INSTANCE.snapshotConfiguration(),
            "VALUE_SERIALIZER",
            new MapSerializer<>(StringSerializer.INSTANCE, LongSerializer.INSTANCE)
                .snapshotConfiguration());
    TypeSerializerSnapshot<?> ofTimers =
        new TimerSerializer<>(StringSerializer.INSTANCE, VoidNamespaceSerializer.INSTANCE)
            .snapshotConfiguration();
    List<StateMetaInfoSnapshot> states =
        List.of(
            new StateMetaInfoSnapshot(
                "map", BackendStateType.KEY_VALUE, Map.of("KEYED_STATE_TYPE", "MAP"), ofMap),
            new StateMetaInfoSnapshot(
                "timers",
                BackendStateType.PRIORITY_QUEUE,
                Map.of(),
                Map.of("VALUE_SERIALIZER", ofTimers)));
    DataOutputSerializer out = new DataOutputSerializer(64);
    new KeyedBackendSerializationProxy<>(StringSerializer.INSTANCE, states, false).write(out);
    return FileHeader.keyed(ByteReader.of("header", out.getCopyOfBuffer()), new HeaderSearches());
  }
}
