// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.operators.rule.InvalidEventException;
import io.drey.operators.sameness.Sameness;
import io.drey.operators.sameness.Timed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LookupTest {
  private static final Map<String, Integer> AGES = Map.of("ann", 31, "bob", 40);
  private static final List<Timed<String>> EVENTS =
      List.of(at("bob", 5), at("eve", 6), at("-", 2), at("ann", 7), at("bob", 1));

  @Test
  void passesEventsWithoutARowToo() throws Exception {
    assertThat(lookup(Missing.KEEP).run(EVENTS))
        .containsExactly(
            "main bob 40 @ 5",
            "main eve null @ 6",
            "missing eve @ 6",
            "invalid - @ 2",
            "main ann 31 @ 7",
            "main bob 40 @ 1");
  }

  @Test
  void dropsEventsWithoutARow() throws Exception {
    assertThat(lookup(Missing.DROP).run(EVENTS))
        .containsExactly(
            "main bob 40 @ 5",
            "missing eve @ 6",
            "invalid - @ 2",
            "main ann 31 @ 7",
            "main bob 40 @ 1");
  }

  @Test
  void answersTheSameHoweverItIsRun() throws Exception {
    lookup(Missing.KEEP).outOfOrderness(10).check(EVENTS);
  }

  @Test
  void refusesWhatTheJoinRefuses() throws Exception {
    Sameness<String> picky =
        lookup(
            Missing.KEEP,
            (event, age) -> {
              throw new InvalidEventException("Invalid event: " + age);
            });

    assertThat(picky.run(List.of(at("ann", 0)))).containsExactly("invalid ann @ 0");
  }

  @Test
  void keepsTheTableAsItWasWhenTheJobWasBuilt() throws Exception {
    Map<String, Integer> ages = new HashMap<>(AGES);
    LookupTable<String, Integer> table = LookupTable.of(ages);

    ages.clear();

    assertThat(table.find("ann")).isEqualTo(31);
  }

  @Test
  void refusesAUidOfAnotherOperator() {
    DataStream<String> events =
        StreamExecutionEnvironment.getExecutionEnvironment().fromData("ann");
    attach(events, Missing.KEEP, LookupTest::joined);

    assertThatThrownBy(() -> attach(events, Missing.KEEP, LookupTest::joined))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid uid: must be unique in the job but was 'age' twice");
  }

  private static Sameness<String> lookup(Missing missing) {
    return lookup(missing, LookupTest::joined);
  }

  private static Sameness<String> lookup(
      Missing missing, Enrichment.Join<String, Integer, String> join) {
    return Sameness.of(Types.STRING, events -> attach(events, missing, join));
  }

  private static DataStream<String> attach(
      DataStream<String> events, Missing missing, Enrichment.Join<String, Integer, String> join) {
    return Lookup.on(
        events,
        LookupTable.of(AGES),
        Enrichment.of(event -> event.equals("-") ? null : event, join),
        missing,
        Types.STRING,
        "age");
  }

  private static String joined(String event, @Nullable Integer age) {
    return event + " " + age;
  }

  private static Timed<String> at(String value, long time) {
    return new Timed<>(value, time);
  }
}
