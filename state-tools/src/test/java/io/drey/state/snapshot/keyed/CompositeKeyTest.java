// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.header.FileHeader;
import io.drey.state.snapshot.header.HeaderSearches;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.IntSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.MapSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.state.KeyedBackendSerializationProxy;
import org.apache.flink.runtime.state.SerializedCompositeKeyBuilder;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot.BackendStateType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompositeKeyTest {
  private static final MapSerializer<String, Long> MAP =
      new MapSerializer<>(StringSerializer.INSTANCE, LongSerializer.INSTANCE);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 253, 254, 255, 256, 70_000})
  void splitsKeysAndNamespacesThatBothVaryInSize(int length) throws IOException {
    String key = "k".repeat(length);
    String namespace = "n".repeat(length);
    Entry entry = entry(StringSerializer.INSTANCE, StringSerializer.INSTANCE, "MAP", MAP);

    split(key, StringSerializer.INSTANCE, namespace, StringSerializer.INSTANCE, entry);

    assertThat(parts(entry)).containsExactly('"' + key + '"', '"' + namespace + '"', "\"m\"");
  }

  @Test
  void splitsKeysOfOneSize() throws IOException {
    Entry entry = entry(IntSerializer.INSTANCE, StringSerializer.INSTANCE, "MAP", MAP);

    split(5, IntSerializer.INSTANCE, "n", StringSerializer.INSTANCE, entry);

    assertThat(parts(entry)).containsExactly("5", "\"n\"", "\"m\"");
  }

  private static <K, N> void split(
      K key, TypeSerializer<K> keys, N namespace, TypeSerializer<N> namespaces, Entry entry)
      throws IOException {
    SerializedCompositeKeyBuilder<K> builder = new SerializedCompositeKeyBuilder<>(keys, 1, 16);
    builder.setKeyAndKeyGroup(key, 3);
    byte[] bytes =
        builder.buildCompositeKeyNamesSpaceUserKey(
            namespace, namespaces, "m", StringSerializer.INSTANCE);
    ByteReader in = ByteReader.of("key", bytes);
    in.skip(CompositeKey.prefixBytes(128));
    CompositeKey.split(in, bytes.length, entry);
  }

  private static Entry entry(
      TypeSerializer<?> key, TypeSerializer<?> namespace, String kind, TypeSerializer<?> value)
      throws IOException {
    Map<String, TypeSerializerSnapshot<?>> serializers =
        Map.of(
            "NAMESPACE_SERIALIZER",
            namespace.snapshotConfiguration(),
            "VALUE_SERIALIZER",
            value.snapshotConfiguration());
    StateMetaInfoSnapshot state =
        new StateMetaInfoSnapshot(
            "s", BackendStateType.KEY_VALUE, Map.of("KEYED_STATE_TYPE", kind), serializers);
    DataOutputSerializer out = new DataOutputSerializer(64);
    new KeyedBackendSerializationProxy<>(key, List.of(state), false).write(out);
    FileHeader header =
        FileHeader.keyed(ByteReader.of("header", out.getCopyOfBuffer()), new HeaderSearches());
    Entry entry = new Entry(KeyedState.NONE);
    entry.start(KeyedState.of(header).get(0), 3);
    return entry;
  }

  private static List<String> parts(Entry entry) {
    KeyedState state = entry.state();
    JsonWriter json = new JsonWriter();
    state.key().write(entry.key(), json);
    json.newLine();
    state.namespace().write(entry.namespace(), json);
    json.newLine();
    if (state.mapKey() != null) {
      state.mapKey().write(entry.mapKey(), json);
    }
    return json.toString().lines().toList();
  }
}
