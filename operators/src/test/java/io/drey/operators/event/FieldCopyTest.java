// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FieldCopyTest {
  private static final FieldPath MS = FieldPath.of("ms");
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
    FieldCopy copy = FieldCopy.of(fields("n", "path", "absent", "id", "n"), MS);

    assertThat(copy.copy(REQUEST, Event.of("{\"id\":9,\"path\":null}"), number(12)))
        .hasToString("{\"id\":1,\"path\":\"/a\",\"n\" : 1.50,\"ms\":12}");
  }

  @Test
  void aPathWithDotsReplacesWhatItReadsAndElseIsTheNameOfANewField() {
    FieldCopy copy = FieldCopy.of(fields("a.b", "n", "c.d", "e.f"), FieldPath.of("t.ms"));
    Event request = Event.of("{\"a\":{\"b\":1},\"n\":2,\"c.d\":3}");

    assertThat(copy.copy(request, Event.of("{\"a.b\":0,\"t\":{\"ms\":0}}"), number(12)))
        .hasToString("{\"a.b\":1,\"t\":{\"ms\":12},\"n\":2,\"c.d\":3}");
    assertThat(copy.copy(request, Event.of("{\"c\":{\"d\":0},\"a\":{\"b\":0}}"), number(12)))
        .hasToString("{\"c\":{\"d\":3},\"a\":{\"b\":1},\"n\":2,\"t.ms\":12}");
    assertThat(copy.copy(request, Event.of("{}"), number(12)))
        .hasToString("{\"a.b\":1,\"n\":2,\"c.d\":3,\"t.ms\":12}");
  }

  private static List<FieldPath> fields(String... paths) {
    return Arrays.stream(paths).map(FieldPath::of).toList();
  }

  private static byte[] number(long number) {
    return Long.toString(number).getBytes(UTF_8);
  }

  @Test
  void doesWhatChangesFieldByFieldDo() {
    for (int seed = 0; seed < 5_000; seed++) {
      Random random = new Random(seed);
      Event source = Event.of(new RandomJson(random).object());
      Event target = Event.of(new RandomJson(random).object());

      Event merged = FieldCopy.missing(FieldPath.of("a")).copy(source, target, number(seed));

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
    byte[] bytes = FieldCopy.missing(MS).copy(source, target, number(-7)).json();
    return new String(bytes, UTF_8);
  }
}
