// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FieldCopyTest {
  private static final Event REQUEST = Event.of("{\"id\":1,\"path\":\"/a\",\"n\" : 1.50,\"ms\":0}");

  @Test
  void copiesWhatTheTargetLacksAsItIsWrittenAndPutsTheNumberBehindIt() {
    assertThat(missing(REQUEST, Event.of("{ \"id\":1.0, \"status\":200 }")))
        .isEqualTo("{ \"id\":1.0, \"status\":200,\"path\":\"/a\",\"n\" : 1.50,\"ms\":-7 }");
  }

  @Test
  void putsTheNumberWhereTheTargetHasItAlready() {
    assertThat(missing(REQUEST, Event.of("{\"ms\":\"x\",\"id\":1}")))
        .isEqualTo("{\"ms\":-7,\"id\":1,\"path\":\"/a\",\"n\" : 1.50}");
  }

  @Test
  void copiesOfDuplicateFieldsTheOneThatCounts() {
    assertThat(missing(Event.of("{\"a\":1,\"b\":2,\"a\":3}"), Event.of("{}")))
        .isEqualTo("{\"b\":2,\"a\":3,\"ms\":-7}");
  }

  @Test
  void takesANameForTheSameHoweverItIsEscaped() {
    assertThat(missing(Event.of("{\"\\u0061\":1,\"b\":2}"), Event.of("{\"a\":0,\"\\u0062\":0}")))
        .isEqualTo("{\"a\":0,\"\\u0062\":0,\"ms\":-7}");
  }

  @Test
  void replacesNamedFieldsWhereTheyStandAndAppendsTheOthersInTheOrderNamed() {
    FieldCopy copy = FieldCopy.of(List.of("n", "path", "absent", "id", "n"), "ms");

    assertThat(copy.copy(REQUEST, Event.of("{\"id\":9,\"path\":null}"), 12))
        .hasToString("{\"id\":1,\"path\":\"/a\",\"n\" : 1.50,\"ms\":12}");
  }

  @Test
  void doesWhatChangesFieldByFieldDo() {
    for (int seed = 0; seed < 5_000; seed++) {
      Random random = new Random(seed);
      Event source = Event.of(new RandomJson(random).object());
      Event target = Event.of(new RandomJson(random).object());

      Event merged = FieldCopy.missing("a").copy(source, target, seed);

      assertThat(values(merged))
          .as("seed %s", seed)
          .isEqualTo(values(stepwise(source, target, seed)));
      assertThat(Event.of(merged.toString()).names()).isEqualTo(merged.names());
    }
  }

  private static Event stepwise(Event source, Event target, long number) {
    Set<String> present = new LinkedHashSet<>(target.names());
    Event merged = target;
    for (String name : new LinkedHashSet<>(source.names())) {
      if (!present.contains(name)) {
        merged = merged.with(name, value(source, name));
      }
    }
    return merged.with("a", number);
  }

  private static Set<String> values(Event event) {
    Set<String> values = new LinkedHashSet<>();
    event.names().forEach(name -> values.add(name + "=" + value(event, name)));
    return values;
  }

  private static JsonValue value(Event event, String name) {
    return Objects.requireNonNull(event.member(new FieldName(name)));
  }

  private static String missing(Event source, Event target) {
    byte[] bytes = FieldCopy.missing("ms").copy(source, target, -7).json();
    return new String(bytes, UTF_8);
  }
}
