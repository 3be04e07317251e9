// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.internal.StateForm;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TracedEventTest {
  private static final EventSerializer STATE = new EventSerializer(false);
  private static final EventSerializer STREAM = new EventSerializer(true);
  private static final Origin ORIGIN = new Origin("in", "é.log:" + 1_000_000_000_000L);
  private static final String JSON = "{\"a\":\"k\",\"b.c\":1,\"o\":{\"p\":1}}";
  private static final Event EVENT = Event.of(JSON).withOrigin(ORIGIN);

  static Stream<Event> changed() {
    return Stream.of(
        EVENT,
        EVENT.with("x", 1),
        EVENT.with("a", "text"),
        EVENT.with("a", true),
        EVENT.withJson("a", new byte[] {'1'}),
        EVENT.with(FieldPath.of("o.p"), 2),
        EVENT.with(FieldPath.of("x"), "y"),
        EVENT.without("a"),
        EVENT.without("none"),
        EVENT.without(List.of(FieldPath.of("o.p"), FieldPath.of("b.c"))),
        EVENT.without(List.of(FieldPath.of("none"))),
        Projection.of(List.of(FieldPath.of("a"), FieldPath.of("o.p"))).select(EVENT));
  }

  @ParameterizedTest
  @MethodSource("changed")
  void keepsItsOriginThroughAChange(Event event) throws IOException {
    assertThat(event.origin()).isEqualTo(ORIGIN);
    for (EventSerializer serializer : List.of(STATE, STREAM)) {
      Event restored = SerializerCheck.restored(serializer, event);
      assertThat(restored).isEqualTo(event);
      assertThat(restored.origin()).isEqualTo(ORIGIN);
    }
  }

  @Test
  void isShownInNoField() {
    assertThat(EVENT).hasToString(JSON).isEqualTo(Event.of(JSON)).hasSameHashCodeAs(Event.of(JSON));
    assertThat(EVENT.names()).containsExactly("a", "b.c", "o");
  }

  @Test
  void leavesItsOriginBehind() {
    assertThat(Event.of(JSON).origin()).isNull();
    assertThat(EVENT.bare().origin()).isNull();
    assertThat(EVENT.untraced().origin()).isNull();
    assertThat(EVENT.withOrigin(null).origin()).isNull();
    assertThat(keyed(EVENT).origin()).isNull();
    assertThat(EVENT.withKey("1").origin()).isNull();
    assertThat(EVENT.untraced()).hasToString(JSON);
  }

  @Test
  void travelsWithAKeyAndAnOrigin() throws IOException {
    Event both = keyed(EVENT).withOrigin(ORIGIN);

    Event restored = SerializerCheck.restored(STREAM, both);

    assertThat(restored.key()).isEqualTo("\"k\"");
    assertThat(restored.origin()).isEqualTo(ORIGIN);
    assertThat(restored.untraced().key()).isEqualTo("\"k\"");
    assertThat(SerializerCheck.restored(STATE, both).origin()).isEqualTo(ORIGIN);
  }

  @Test
  void isKeptByTheStateThatAsksForIt() {
    StateForm<Event> form = Origin.stateForm();

    Event stored = form.slim(keyed(EVENT).withOrigin(ORIGIN));
    Event revived = form.revive(stored, "1");

    assertThat(form.stateType()).isEqualTo(EventTypeInfo.STATE);
    assertThat(stored.origin()).isEqualTo(ORIGIN);
    assertThat(revived.origin()).isEqualTo(ORIGIN);
    assertThat(revived.key()).isEqualTo("1");
    assertThat(EventTypeInfo.STREAM.slim(EVENT).origin()).isNull();
    assertThat(form.slim(Event.of(JSON)).origin()).isNull();
  }

  /** What carries no origin is written as if there were none. */
  @Test
  void costsOtherEventsNothing() throws IOException {
    for (EventSerializer serializer : List.of(STATE, STREAM)) {
      assertThat(bytes(serializer, EVENT.untraced()))
          .isEqualTo(bytes(serializer, Event.of(JSON)))
          .startsWith("0000001d7b");
    }
    assertThat(bytes(STATE, EVENT)).startsWith("ffffffe37b");
  }

  private static Event keyed(Event event) {
    return Objects.requireNonNull(KeyPaths.of("a").keyed(event));
  }

  private static String bytes(EventSerializer serializer, Event event) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(event, out);
    return HexFormat.of().formatHex(out.getCopyOfBuffer());
  }
}
