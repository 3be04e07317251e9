// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Values of classes in commands, answers and changes. */
class TypedValuesTest {
  record Profile(String name, long visits, @Nullable List<String> tags) {}

  private static final Profile ALICE = new Profile("alice", 3, List.of("vip"));
  private static final String JSON = "{\"name\":\"alice\",\"visits\":3,\"tags\":[\"vip\"]}";

  @Test
  void areSetAsJson() {
    assertThat(Command.set("users", "u1", ALICE).value()).isEqualTo(JSON);
    assertThat(Command.set("users", "u1", TextNode.valueOf("x")).value()).isEqualTo("\"x\"");
    assertThat(Command.set("users", "u1", null).value()).isEqualTo("null");
  }

  @Test
  void areReadFromWhereJsonIs() {
    assertThat(Answer.got(JSON).value(Profile.class)).isEqualTo(ALICE);
    assertThat(Answer.set(JSON, "5").oldValue(Profile.class)).isEqualTo(ALICE);
    assertThat(Answer.set(JSON, "5").newValue(Integer.class)).isEqualTo(5);
    assertThat(new KeyedValue("u1", JSON).value(Profile.class)).isEqualTo(ALICE);
    assertThat(change("5", JSON).oldValue(Integer.class)).isEqualTo(5);
    assertThat(change("5", JSON).newValue(Profile.class)).isEqualTo(ALICE);
  }

  @Test
  void areNullWhereThereIsNone() {
    assertThat(Answer.got(null).value(Profile.class)).isNull();
    assertThat(Answer.got("null").value(Profile.class)).isNull();
    assertThat(change(null, null).newValue(Profile.class)).isNull();
  }

  @Test
  void skipFieldsTheyLack() {
    assertThat(Answer.got("{\"age\":7,\"name\":\"bob\"}").value(Profile.class))
        .isEqualTo(new Profile("bob", 0, null));
  }

  @Test
  void doNotFitAnyJson() {
    assertThatThrownBy(() -> Answer.got("{\"visits\":\"many\"}").value(Profile.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Cannot read JSON as " + Profile.class.getName() + ": Cannot")
        .hasMessageContaining("\"many\": not a valid `long` value at ")
        .hasMessageEndingWith("Profile[\"visits\"]");
    assertThatThrownBy(() -> Command.set("users", "u1", Instant.EPOCH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Cannot write java.time.Instant as JSON: ");
  }

  private static Change change(@Nullable String oldValue, @Nullable String newValue) {
    return new Change(Change.Event.UPDATED, "users", "u1", oldValue, newValue, 0, null);
  }
}
