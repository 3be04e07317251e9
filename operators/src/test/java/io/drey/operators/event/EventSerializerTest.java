// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshotSerializationUtil;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.types.PojoTestUtils;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class EventSerializerTest {
  private static final EventSerializer STATE = new EventSerializer(false);
  private static final EventSerializer STREAM = new EventSerializer(true);
  private static final Event EVENT = Event.of("{\"a\":\"k\"}");

  /** A record of the kind that operators keep. */
  public record Pending(long at, Event event, List<Event> others) {}

  @Test
  void keepsNothingButTheBytesInState() throws IOException {
    assertThat(bytes(STATE, keyed(EVENT, "a"))).isEqualTo("00000009" + hex("{\"a\":\"k\"}"));
  }

  @Test
  void sendsAKeyAsItsPlaceInTheEvent() throws IOException {
    String json = "00000009" + hex("{\"a\":\"k\"}");

    assertThat(bytes(STREAM, EVENT)).isEqualTo(json + "00");
    assertThat(bytes(STREAM, keyed(EVENT, "a"))).isEqualTo(json + "0503");
    assertThat(bytes(STREAM, EVENT.withKey("\"k\""))).isEqualTo(json + "0103" + hex("\"k\""));
  }

  @Test
  void sendsAKeyThatIsFarInTheEvent() throws IOException {
    Event event = Event.of("{\"a\":\"" + "x".repeat(300) + "\",\"k\":\"" + "é".repeat(100) + "\"}");

    Event restored = SerializerCheck.restored(STREAM, keyed(event, "k"));

    assertThat(bytes(STREAM, keyed(event, "k"))).endsWith("b802ca01");
    assertThat(restored.key()).isEqualTo("\"" + "é".repeat(100) + "\"");
    assertThat(bytes(STREAM, restored)).isEqualTo(bytes(STREAM, keyed(event, "k")));
  }

  @Test
  void losesItsKeyWhenItIsChanged() throws IOException {
    Event changed = keyed(EVENT, "a").with("b", 1);

    assertThatThrownBy(changed::key).isInstanceOf(IllegalStateException.class);
    assertThat(SerializerCheck.restored(STREAM, changed)).isEqualTo(changed);
  }

  @Test
  void refusesALengthThatNoEventHas() {
    DataInputDeserializer source = new DataInputDeserializer(new byte[] {-1, -1, -1, -1});

    assertThatThrownBy(() -> STATE.deserialize(source))
        .isInstanceOf(IOException.class)
        .hasMessage("Invalid event length: must be at least 2 but was -1");
  }

  @Test
  void copiesNothingOnTheHeap() {
    assertThat(STATE.copy(EVENT)).isSameAs(EVENT);
    assertThat(STATE.copy(EVENT, Event.of("{}"))).isSameAs(EVENT);
    assertThat(STATE.isImmutableType()).isTrue();
    assertThat(STATE.createInstance()).isEqualTo(Event.of("{}"));
  }

  @Test
  void isRestoredFromItsSnapshot() throws IOException {
    for (EventSerializer serializer : List.of(STATE, STREAM)) {
      TypeSerializerSnapshot<Event> read = throughBytes(serializer);

      assertThat(read.restoreSerializer()).isEqualTo(serializer);
      assertThat(compatible(serializer, read)).isTrue();
    }
  }

  @Test
  void isNotCompatibleWithBytesOfTheOtherKind() throws IOException {
    assertThat(compatible(STATE, throughBytes(STREAM))).isFalse();
    assertThat(compatible(STREAM, throughBytes(STATE))).isFalse();
  }

  @Test
  void refusesASnapshotOfALaterVersion() {
    EventSerializerSnapshot snapshot = new EventSerializerSnapshot();
    DataInputDeserializer source = new DataInputDeserializer(new byte[] {0});

    assertThatThrownBy(() -> snapshot.readSnapshot(2, source, getClass().getClassLoader()))
        .isInstanceOf(IOException.class)
        .hasMessage("Unsupported version of event bytes: 2");
  }

  @Test
  void travelsAsATypeToTheCluster() throws Exception {
    for (EventTypeInfo type : List.of(EventTypeInfo.STATE, EventTypeInfo.STREAM)) {
      EventTypeInfo clone = InstantiationUtil.clone(type);

      assertThat(clone).isEqualTo(type);
      assertThat(clone.createSerializer(new SerializerConfigImpl()))
          .isEqualTo(InstantiationUtil.clone(type.createSerializer(new SerializerConfigImpl())));
    }
    assertThat(EventTypeInfo.STATE).isNotEqualTo(EventTypeInfo.STREAM);
  }

  @Test
  void needsNoKryo() {
    assertThat(TypeInformation.of(Event.class)).isEqualTo(EventTypeInfo.STATE);
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(Pending.class);
  }

  private static boolean compatible(
      TypeSerializer<Event> serializer, TypeSerializerSnapshot<Event> old) {
    return serializer.snapshotConfiguration().resolveSchemaCompatibility(old).isCompatibleAsIs();
  }

  private static TypeSerializerSnapshot<Event> throughBytes(EventSerializer serializer)
      throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeSerializerSnapshotSerializationUtil.writeSerializerSnapshot(
        out, serializer.snapshotConfiguration());
    return TypeSerializerSnapshotSerializationUtil.readSerializerSnapshot(
        new DataInputDeserializer(out.getCopyOfBuffer()),
        EventSerializerTest.class.getClassLoader());
  }

  private static Event keyed(Event event, String path) {
    return Objects.requireNonNull(KeyPaths.of(path).keyed(event));
  }

  private static String bytes(EventSerializer serializer, Event event) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(event, out);
    return HexFormat.of().formatHex(out.getCopyOfBuffer());
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(UTF_8));
  }
}
