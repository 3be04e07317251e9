// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.event.Event;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.sessionize.CloseReason;
import io.drey.operators.sessionize.Session;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionEventTest {
  private static final List<Event> EVENTS = List.of(Event.of("{\"n\":1.0}"), Event.of("{}"));

  @Test
  void beginsWithTheFieldsOfItsKeyAndOfItsOpeningEvent() {
    Event opening = Event.of("{\"ip\":\"::1\",\"x.y\":1e3}");

    assertThat(new SessionEvent(KeyPaths.of("a", "b.c"), true).of(session("[1,\"z\"]", opening)))
        .hasToString(
            "{\"a\":1,\"b.c\":\"z\",\"ip\":\"::1\",\"x.y\":1e3,"
                + "\"start\":\"2024-01-15T10:00:00.000Z\",\"end\":\"2024-01-15T10:00:01.500Z\","
                + "\"duration_ms\":1500,\"event_count\":2,\"reason\":\"max-duration\","
                + "\"complete\":false,\"events\":[{\"n\":1.0},{}]}");
  }

  @Test
  void leavesEventsOutWhereNoneAreCollected() {
    assertThat(new SessionEvent(KeyPaths.of("a"), false).of(session("\"k\"", null)))
        .hasToString(
            "{\"a\":\"k\",\"start\":\"2024-01-15T10:00:00.000Z\","
                + "\"end\":\"2024-01-15T10:00:01.500Z\",\"duration_ms\":1500,\"event_count\":2,"
                + "\"reason\":\"max-duration\",\"complete\":false}");
  }

  private static Session<String, Event> session(String key, @Nullable Event opening) {
    Instant start = Instant.parse("2024-01-15T10:00:00Z");
    return new Session<>(
        key, opening, EVENTS, start, start.plusMillis(1_500), 2, CloseReason.MAX_DURATION, false);
  }
}
