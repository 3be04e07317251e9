// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EventWriterTest {
  @Test
  void writesFieldsInTheOrderTheyArePut() {
    Event from = Event.of("{\"n\": 1.50, \"o\":{}}");

    Event event =
        new EventWriter(0)
            .put("a", "x\"y")
            .put("b", -1)
            .put("c", true)
            .put("d", from.valueAt(0))
            .put("e", from)
            .put("f", List.of(Event.of("{}"), from))
            .putTexts("g", List.of("p", "q"))
            .putAll(from)
            .event();

    assertThat(event)
        .hasToString(
            "{\"a\":\"x\\\"y\",\"b\":-1,\"c\":true,\"d\":1.50,\"e\":{\"n\": 1.50, \"o\":{}},"
                + "\"f\":[{},{\"n\": 1.50, \"o\":{}}],\"g\":[\"p\",\"q\"],\"n\":1.50,\"o\":{}}");
  }

  @Test
  void writesAnEventWithoutFields() {
    assertThat(new EventWriter(0).event()).hasToString("{}");
  }
}
