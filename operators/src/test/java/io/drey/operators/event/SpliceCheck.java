// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drey.operators.internal.json.JsonStrings;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Changes one event in a random place, and the tree of it too. */
final class SpliceCheck {
  private static final List<String> NAMES = List.of("a", "", "é", "\"", "new", "?", "\ud800");

  private final Event event;
  private final ObjectNode tree;
  private final Random random;

  SpliceCheck(Event event, ObjectNode tree, Random random) {
    this.event = event;
    this.tree = tree;
    this.random = random;
  }

  void run() {
    List<String> names = random.nextInt(3) > 0 ? event.names() : NAMES;
    String name = names.isEmpty() ? "first" : names.get(random.nextInt(names.size()));
    assertFoundAgain(event);
    assertWith(name, new RandomJson(random).value());
    assertWithout(name, "b");
  }

  private void assertWith(String name, String value) {
    Event with = event.withJson(name, value.getBytes(UTF_8));

    assertThat(members(with)).isEqualTo(membersWith(name, value));
    assertFoundAgain(with);
    JsonNode added = JacksonReference.tree(value.getBytes(UTF_8));
    if (added != null) {
      ObjectNode expected = tree.deepCopy();
      expected.set(name, added);
      assertThat(JacksonReference.tree(with.json())).isEqualTo(expected);
    }
  }

  private List<String> membersWith(String name, String value) {
    List<String> expected = new ArrayList<>();
    int counts = event.names().lastIndexOf(name);
    for (int i = 0; i < event.names().size(); i++) {
      if (i == counts) {
        expected.add(text(event, i, event.members().valueStart(i)) + value);
      } else if (!event.names().get(i).equals(name)) {
        expected.add(text(event, i, event.members().valueEnd(i)));
      }
    }
    if (counts < 0) {
      expected.add(new String(JsonStrings.quoted(name), UTF_8) + ":" + value);
    }
    return expected;
  }

  private void assertWithout(String... names) {
    Event without = event.without(names);

    List<String> expected = new ArrayList<>();
    for (int i = 0; i < event.names().size(); i++) {
      if (!List.of(names).contains(event.names().get(i))) {
        expected.add(text(event, i, event.members().valueEnd(i)));
      }
    }
    assertThat(members(without)).isEqualTo(expected);
    ObjectNode rest = tree.deepCopy();
    rest.remove(List.of(names));
    assertThat(JacksonReference.tree(without.json())).isEqualTo(rest);
  }

  /** Each member as written, from its name on. */
  private static List<String> members(Event event) {
    List<String> members = new ArrayList<>();
    for (int i = 0; i < event.members().count(); i++) {
      members.add(text(event, i, event.members().valueEnd(i)));
    }
    return members;
  }

  private static String text(Event event, int member, int end) {
    int start = event.members().nameStart(member) - 1;
    return new String(event.json(), start, end - start, UTF_8);
  }

  /** What is known of the members must be what a new search finds. */
  private static void assertFoundAgain(Event event) {
    Event fresh = Event.trusted(event.json());

    assertThat(members(fresh)).isEqualTo(members(event));
    assertThat(fresh.names()).isEqualTo(event.names());
    for (int i = 0; i < fresh.members().count(); i++) {
      assertThat(fresh.members().valueStart(i)).isEqualTo(event.members().valueStart(i));
    }
  }
}
