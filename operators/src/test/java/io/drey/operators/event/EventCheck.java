// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Holds what we make of one line against what Jackson makes of it. */
final class EventCheck {
  private static final String[] NAMES = {"a", "b", "id", "é", "\"", "user", "new", "?", "\ud800"};

  private final Random random;

  EventCheck(Random random) {
    this.random = random;
  }

  /** Whether the line is an event. */
  boolean agrees(byte[] line) throws IOException {
    List<String> names = JacksonReference.names(line);
    Event event = read(line);
    assertThat(event != null).as("accepted").isEqualTo(names != null);
    if (event == null || names == null) {
      return false;
    }
    assertThat(event.names()).isEqualTo(names);
    assertThat(event.toString()).isEqualTo(new String(line, UTF_8).strip());
    JsonNode tree = JacksonReference.tree(line);
    if (tree instanceof ObjectNode object) {
      assertSame(event, object);
      new SpliceCheck(event, object, random).run();
    }
    SerializerCheck.assertRoundTrips(event);
    return true;
  }

  /** The event; reads it from the middle of a buffer too, where all must be as at its beginning. */
  private @Nullable Event read(byte[] line) {
    byte[] buffer = new byte[line.length + 20];
    random.nextBytes(buffer);
    int start = random.nextInt(20);
    System.arraycopy(line, 0, buffer, start, line.length);
    String within = result(buffer, start, start + line.length);
    assertThat(within).isEqualTo(result(line, 0, line.length));
    try {
      return Event.parse(buffer, start, start + line.length);
    } catch (MalformedJsonException malformed) {
      return null;
    }
  }

  private static String result(byte[] bytes, int from, int to) {
    try {
      Event event = Event.parse(bytes, from, to);
      return event + " " + event.names();
    } catch (MalformedJsonException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static void assertSame(Event event, ObjectNode tree) {
    for (String name : event.names()) {
      int member = event.members().find(event.json(), new FieldName(name));
      int from = event.members().valueStart(member);
      assertSame(
          new JsonValue(event.json(), from, event.members().valueEnd(member)), node(tree, name));
    }
    assertPaths(event, tree, "", tree);
    for (String name : NAMES) {
      assertThat(event.value(FieldPath.of(name)) != null).isEqualTo(tree.has(name));
    }
  }

  private static JsonNode node(JsonNode object, String name) {
    JsonNode node = object.get(name);
    assertThat(node).isNotNull();
    return node;
  }

  private static void assertPaths(Event event, JsonNode tree, String prefix, JsonNode object) {
    for (String name : (Iterable<String>) object::fieldNames) {
      if (name.isEmpty() || name.contains(".") || prefix.length() > 40) {
        continue;
      }
      FieldPath path = FieldPath.of(prefix + name);
      JsonValue value = event.value(path);
      assertThat(value).as("%s", path).isNotNull();
      if (value != null) {
        assertSame(value, node(object, name));
        assertThat(event.text(path)).isEqualTo(node(object, name).isNull() ? null : value.text());
      }
      if (object.get(name).isObject()) {
        assertPaths(event, tree, prefix + name + ".", node(object, name));
      }
    }
  }

  private static void assertSame(JsonValue value, JsonNode node) {
    switch (value.kind()) {
      case STRING -> assertThat(value.text()).isEqualTo(node.textValue());
      case NUMBER -> assertSameNumber(value, node);
      case BOOLEAN ->
          assertThat(node.isBoolean() && node.booleanValue() == value.isTrue()).isTrue();
      case NULL -> assertThat(node.isNull()).isTrue();
      case OBJECT -> assertThat(JacksonReference.tree(value.bytes())).isEqualTo(node);
      case ARRAY -> assertThat(node.isArray()).isTrue();
    }
    assertThat(JacksonReference.tree(value.raw().getBytes(UTF_8))).isEqualTo(node);
    assertThat(value.object() != null).isEqualTo(node.isObject());
    assertThat(value.number() != null).isEqualTo(node.isNumber());
  }

  private static void assertSameNumber(JsonValue value, JsonNode node) {
    assertThat(node.isNumber()).isTrue();
    assertThat(value.number()).isEqualByComparingTo(node.decimalValue());
    assertThat(value.text()).isEqualTo(value.raw());
  }
}
