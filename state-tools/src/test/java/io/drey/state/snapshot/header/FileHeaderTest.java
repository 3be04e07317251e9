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
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshotSerializationUtil;
import org.apache.flink.api.common.typeutils.base.ListSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.MapSerializer;
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
            "c: List<" + OPAQUE + ">",
            "d: " + OPAQUE,
            "e: Long",
            "f: " + OPAQUE);
    assertThat(header.key())
        .isInstanceOf(OpaqueType.class)
        .extracting(ValueType::text)
        .isEqualTo(OPAQUE);
  }

  @Test
  void passesSerializersOfTheJobsInsideOthers() throws IOException {
    TypeSerializer<Long> own = new OwnSerializer(9);

    FileHeader header =
        read(
            StringSerializer.INSTANCE,
            state("a", new MapSerializer<>(own, own)),
            state("b", new ListSerializer<>(new MapSerializer<>(LongSerializer.INSTANCE, own))));

    assertThat(texts(header))
        .containsExactly(
            "String",
            "a: Map<" + OPAQUE + ", " + OPAQUE + ">",
            "b: List<Map<Long, " + OPAQUE + ">>");
  }

  @Test
  void takesNoOtherTextForTheNameOfARole() throws IOException {
    DataOutputSerializer text = new DataOutputSerializer(64);
    text.writeUTF("ANY_TEXT");
    TypeSerializerSnapshotSerializationUtil.writeSerializerSnapshot(
        text, LongSerializer.INSTANCE.snapshotConfiguration());

    FileHeader header =
        read(
            StringSerializer.INSTANCE,
            state("a", new OwnSerializer(text.getCopyOfBuffer())),
            state("b", LongSerializer.INSTANCE));

    assertThat(texts(header)).containsExactly("String", "a: " + OPAQUE, "b: Long");
    assertThat(header.states().get(0).types()).hasSize(2);
  }

  @Test
  void refusesAStateWithASerializerOfAnUnknownRole() {
    StateMetaInfoSnapshot state =
        new StateMetaInfoSnapshot(
            "a",
            BackendStateType.KEY_VALUE,
            Map.of("KEYED_STATE_TYPE", "VALUE"),
            Map.of("ANY_TEXT", LongSerializer.INSTANCE.snapshotConfiguration()));

    assertThatThrownBy(() -> read(StringSerializer.INSTANCE, state))
        .isInstanceOf(SavepointException.class)
        .hasMessageContaining("unknown role of a serializer: ANY_TEXT");
  }

  @Test
  void believesNoneOfTwoWaysToReadAHeader() throws IOException {
    StateMetaInfoSnapshot last = state("c", LongSerializer.INSTANCE);

    FileHeader header =
        read(
            StringSerializer.INSTANCE,
            state("a", LongSerializer.INSTANCE),
            state("b", new OwnSerializer(bytes(last))),
            last);

    assertThat(texts(header)).containsExactly("String", "a: Long");
    assertThat(header.obstacle()).isEqualTo(OPAQUE);
  }

  @Test
  void passesThousandsOfSerializersOfTheJobs() throws IOException {
    List<StateMetaInfoSnapshot> states = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      states.add(state("state-" + i, new OwnSerializer(40)));
    }

    FileHeader header = read(new OwnSerializer(40), states.toArray(new StateMetaInfoSnapshot[0]));

    assertThat(header.obstacle()).isNull();
    assertThat(header.states()).hasSize(3_000);
  }

  @Test
  void refusesHeadersCutOffAtAnyLength() throws IOException {
    byte[] whole = bytes(StringSerializer.INSTANCE, state("a", LongSerializer.INSTANCE));
    for (int length = 0; length < whole.length; length++) {
      ByteReader in = ByteReader.of("h", Arrays.copyOf(whole, length));

      assertThatThrownBy(() -> FileHeader.keyed(in, new HeaderSearches()))
          .isInstanceOf(SavepointException.class);
    }
  }

  @Test
  void knowsNothingOfAStateThatIsCutOff() throws IOException {
    byte[] whole =
        bytes(
            StringSerializer.INSTANCE,
            state("a", new OwnSerializer(5)),
            state("b", LongSerializer.INSTANCE));
    int first = bytes(StringSerializer.INSTANCE, state("a", new OwnSerializer(5))).length;
    for (int length = first; length < whole.length; length++) {
      FileHeader header =
          FileHeader.keyed(ByteReader.of("h", Arrays.copyOf(whole, length)), new HeaderSearches());

      assertThat(header.states()).isEmpty();
      assertThat(header.obstacle()).isEqualTo(OPAQUE);
    }
  }

  private static FileHeader read(TypeSerializer<?> key, StateMetaInfoSnapshot... states)
      throws IOException {
    return FileHeader.keyed(ByteReader.of("h", bytes(key, states)), new HeaderSearches());
  }

  private static byte[] bytes(TypeSerializer<?> key, StateMetaInfoSnapshot... states)
      throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    new KeyedBackendSerializationProxy<>(key, List.of(states), false).write(out);
    return out.getCopyOfBuffer();
  }

  /** Returns a state as it stands in a header. */
  private static byte[] bytes(StateMetaInfoSnapshot state) throws IOException {
    byte[] without = bytes(StringSerializer.INSTANCE);
    byte[] with = bytes(StringSerializer.INSTANCE, state);
    return Arrays.copyOfRange(with, without.length, with.length);
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
