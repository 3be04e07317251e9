// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.json.JsonWriter;
import io.drey.state.read.RowWriter;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.file.FileSlice;
import io.drey.state.snapshot.header.FileHeader;
import io.drey.state.snapshot.header.HeaderSearches;
import io.drey.state.snapshot.header.OwnSerializer;
import io.drey.state.snapshot.metadata.KeyGroups;
import io.drey.state.snapshot.metadata.KeyedHandle.Layout;
import io.drey.state.snapshot.metadata.KeyedHandle.Sections;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.state.KeyedBackendSerializationProxy;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot.BackendStateType;
import org.junit.jupiter.api.Test;

/** States after a serializer of the job's that leaves open where its description ends. */
class UnknownStatesTest {
  private static final int GROUP = 3;
  private static final int END = 0xFFFF;
  private static final int NUMBER_FOLLOWS = 0x80;

  @Test
  void listsTheirKeysAndTheBytesOfTheirValues() throws IOException {
    StateMetaInfoSnapshot last = state("c", LongSerializer.INSTANCE);
    byte[] header =
        header(
            state("a", LongSerializer.INSTANCE), state("b", new OwnSerializer(alone(last))), last);
    DataOutputSerializer file = new DataOutputSerializer(64);
    file.write(header);
    entry(file, 0, "one", new byte[] {0, 0, 0, 0, 0, 0, 0, 7}, true);
    entry(file, 1, "two", new byte[] {1, 2}, true);
    entry(file, 2, "three", new byte[] {3}, true);
    file.writeShort(END);
    Sections handle =
        new Sections(
            new KeyGroups(GROUP, 1),
            List.of((long) header.length),
            new FileSlice("f", 0, file.length(), false),
            Layout.CANONICAL,
            null);
    ByteReader in =
        ByteReader.of("f", new ByteArrayInputStream(file.getCopyOfBuffer()), 0, file.length());
    JsonWriter rows = new JsonWriter();
    RowWriter writer = new RowWriter(rows, "op", false);

    try (KeyGroupSections sections = new KeyGroupSections(in, handle, Scope.ALL)) {
      List<KeyedState> states =
          KeyedState.of(FileHeader.keyed(sections.header(), new HeaderSearches()));
      CanonicalReader reader = new CanonicalReader(sections, states, 128);
      while (reader.next()) {
        writer.write(reader.entry());
      }
    }

    String own = OwnSerializer.class.getName() + "$OwnSnapshot";
    String error = "\"error\":\"only " + own + " can decode these %d bytes (--jar with " + own;
    assertThat(rows.toString().lines())
        .containsExactly(
            "{\"operator\":\"op\",\"state\":\"a\",\"key\":\"one\",\"value\":7}",
            ("{\"operator\":\"op\",\"state\":\"?\",\"key\":\"two\"," + error).formatted(2)
                + " would help)\",\"bytes\":\"AQI=\"}",
            ("{\"operator\":\"op\",\"state\":\"?\",\"key\":\"three\"," + error).formatted(1)
                + " would help)\",\"bytes\":\"Aw==\"}");
  }

  private static void entry(
      DataOutputSerializer file, int state, String key, byte[] value, boolean isLast)
      throws IOException {
    DataOutputSerializer composite = new DataOutputSerializer(16);
    composite.writeByte(isLast ? GROUP | NUMBER_FOLLOWS : GROUP);
    StringSerializer.INSTANCE.serialize(key, composite);
    composite.writeByte(0);
    file.writeShort(state);
    file.writeInt(composite.length());
    file.write(composite.getCopyOfBuffer());
    file.writeInt(value.length);
    file.write(value);
  }

  private static byte[] alone(StateMetaInfoSnapshot state) throws IOException {
    byte[] with = header(state);
    return Arrays.copyOfRange(with, header().length, with.length);
  }

  private static byte[] header(StateMetaInfoSnapshot... states) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    new KeyedBackendSerializationProxy<>(StringSerializer.INSTANCE, List.of(states), false)
        .write(out);
    return out.getCopyOfBuffer();
  }

  private static StateMetaInfoSnapshot state(String name, TypeSerializer<?> value) {
    Map<String, TypeSerializerSnapshot<?>> serializers =
        Map.of(
            "NAMESPACE_SERIALIZER",
            VoidNamespaceSerializer.INSTANCE.snapshotConfiguration(),
            "VALUE_SERIALIZER",
            value.snapshotConfiguration());
    return new StateMetaInfoSnapshot(
        name, BackendStateType.KEY_VALUE, Map.of("KEYED_STATE_TYPE", "VALUE"), serializers);
  }
}
