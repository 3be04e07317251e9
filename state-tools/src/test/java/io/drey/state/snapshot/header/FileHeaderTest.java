// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.OpaqueType;
import io.drey.state.snapshot.type.ValueType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.ListSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.state.KeyedBackendSerializationProxy;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot.BackendStateType;
import org.junit.jupiter.api.Test;

class FileHeaderTest {
  private static final String OPAQUE = OwnSerializer.OwnSnapshot.class.getName();

  @Test
  void readsStatesOfKnownTypes() throws IOException {
    FileHeader header = read(StringSerializer.INSTANCE, state("a", LongSerializer.INSTANCE));

    assertThat(header.isCompressed()).isFalse();
    assertThat(texts(header)).containsExactly("String", "a: Long");
  }

  @Test
  void passesSerializersOfTheJobsWhereverTheyStand() throws IOException {
    TypeSerializer<Long> own = new OwnSerializer(37);
    TypeSerializer<Long> empty = new OwnSerializer(0);

    FileHeader header =
        read(
            own,
            state("a", own),
            state("b", LongSerializer.INSTANCE),
            state("c", new ListSerializer<>(own)),
            state("d", empty),
            state("e", LongSerializer.INSTANCE),
            state("f", own));

    assertThat(texts(header))
        .containsExactly(
            OPAQUE,
            "a: " + OPAQUE,
            "b: Long",
            "c: org.apache.flink.api.common.typeutils.base.ListSerializerSnapshot",
            "d: " + OPAQUE,
            "e: Long",
            "f: " + OPAQUE);
    assertThat(header.key()).isEqualTo(new OpaqueType(OPAQUE, 37));
  }

  @Test
  void refusesHeadersCutOffAtAnyLength() throws IOException {
    byte[] whole = bytes(StringSerializer.INSTANCE, state("a", new OwnSerializer(5)));
    for (int length = 0; length < whole.length - 5; length++) {
      ByteReader in = ByteReader.of("h", Arrays.copyOf(whole, length));

      assertThatThrownBy(() -> FileHeader.keyed(in)).isInstanceOf(SavepointException.class);
    }
  }

  private static FileHeader read(TypeSerializer<?> key, StateMetaInfoSnapshot... states)
      throws IOException {
    return FileHeader.keyed(ByteReader.of("h", bytes(key, states)));
  }

  private static byte[] bytes(TypeSerializer<?> key, StateMetaInfoSnapshot... states)
      throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    new KeyedBackendSerializationProxy<>(key, List.of(states), false).write(out);
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

  private static List<String> texts(FileHeader header) {
    List<String> texts = new ArrayList<>();
    texts.add(header.key() == null ? "none" : header.key().text());
    for (StateHeader state : header.states()) {
      ValueType value = Objects.requireNonNull(state.types().get("VALUE_SERIALIZER"));
      texts.add(state.name() + ": " + value.text());
    }
    return texts;
  }
}
