// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.deduplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.operators.sameness.Sameness;
import io.drey.operators.sameness.Timed;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

class DeduplicateTest {
  private static final DeduplicateOptions WITHIN_100 =
      DeduplicateOptions.within(Duration.ofMillis(100));

  @Test
  void passesTheFirstOfEachKeyAndSendsTheOthersToDuplicates() throws Exception {
    assertThat(run(DeduplicateOptions.forever(), List.of(at("a1", 0), at("a2", 1), at("b1", 1))))
        .containsExactly("main a1 @ 0", "duplicates a2 @ 1", "main b1 @ 1");
  }

  @Test
  void passesAnEventExactlyTtlAfterTheOneKept() throws Exception {
    assertThat(run(WITHIN_100, List.of(at("a1", 0), at("a2", 99), at("a3", 100))))
        .containsExactly("main a1 @ 0", "duplicates a2 @ 99", "main a3 @ 100");
  }

  @Test
  void measuresFromTheEventKeptRatherThanFromItsDuplicates() throws Exception {
    assertThat(run(WITHIN_100, List.of(at("a1", 0), at("a2", 60), at("a3", 120))))
        .containsExactly("main a1 @ 0", "duplicates a2 @ 60", "main a3 @ 120");
  }

  @Test
  void measuresFromTheLatestEventWhenRefreshing() throws Exception {
    assertThat(
            run(
                WITHIN_100.refreshing(),
                List.of(at("a1", 0), at("a2", 60), at("a3", 120), at("a4", 220))))
        .containsExactly(
            "main a1 @ 0", "duplicates a2 @ 60", "duplicates a3 @ 120", "main a4 @ 220");
  }

  @Test
  void passesAnEventTtlOlderAndLeavesTheHeldTimeAlone() throws Exception {
    assertThat(run(WITHIN_100, List.of(at("a1", 200), at("a2", 100), at("a3", 101), at("a4", 299))))
        .containsExactly(
            "main a1 @ 200", "main a2 @ 100", "duplicates a3 @ 101", "duplicates a4 @ 299");
  }

  @Test
  void neverMovesTheHeldTimeBackWhenRefreshing() throws Exception {
    assertThat(run(WITHIN_100.refreshing(), List.of(at("a1", 200), at("a2", 150), at("a3", 299))))
        .containsExactly("main a1 @ 200", "duplicates a2 @ 150", "duplicates a3 @ 299");
  }

  @Test
  void emitsTheNewestOfARunAtItsDeadlineWhenKeepingTheLast() throws Exception {
    assertThat(run(WITHIN_100.keepingLast(), List.of(at("a1", 0), at("a2", 50), at("a3", 40))))
        .containsExactly("duplicates a1 @ 50", "duplicates a3 @ 40", "main a2 @ 100");
  }

  @Test
  void emitsTheLastToArriveOfEqualInstants() throws Exception {
    assertThat(run(WITHIN_100.keepingLast(), List.of(at("a1", 0), at("a2", 0))))
        .containsExactly("duplicates a1 @ 0", "main a2 @ 100");
  }

  @Test
  void endsARunAtItsDeadlineThoughALaterEventBringsIt() throws Exception {
    assertThat(run(WITHIN_100.keepingLast(), List.of(at("a1", 0), at("a2", 1000))))
        .containsExactly("main a1 @ 100", "main a2 @ 1100");
  }

  @Test
  void passesAnEventTtlOlderThanAnOpenRun() throws Exception {
    assertThat(run(WITHIN_100.keepingLast(), List.of(at("a1", 200), at("a2", 100))))
        .containsExactly("main a2 @ 100", "main a1 @ 300");
  }

  @Test
  void holdsAtTheEndsOfTime() throws Exception {
    assertThat(run(WITHIN_100, List.of(at("a1", Long.MIN_VALUE + 1), at("a2", Long.MAX_VALUE - 1))))
        .containsExactly("main a1 @ " + (Long.MIN_VALUE + 1), "main a2 @ " + (Long.MAX_VALUE - 1));
  }

  @Test
  void marksInsteadOfSeparating() throws Exception {
    Sameness<String> marking =
        Sameness.of(
            Types.STRING,
            events ->
                Deduplicate.marking(
                    events.keyBy(DeduplicateTest::key, Types.STRING),
                    WITHIN_100,
                    (event, isFirst) -> event + "=" + isFirst,
                    Types.STRING,
                    "first"));

    assertThat(marking.run(List.of(at("a1", 0), at("a2", 1))))
        .containsExactly("main a1=true @ 0", "main a2=false @ 1");
  }

  @Test
  void refusesToMarkWhenKeepingTheLast() {
    DataStream<String> events = StreamExecutionEnvironment.getExecutionEnvironment().fromData("a1");

    assertThatThrownBy(
            () ->
                Deduplicate.marking(
                    events.keyBy(DeduplicateTest::key, Types.STRING),
                    WITHIN_100.keepingLast(),
                    (event, isFirst) -> event,
                    Types.STRING,
                    "first"))
        .hasMessage("Invalid keep: must be first to mark events but was last");
  }

  private static List<String> run(DeduplicateOptions options, List<Timed<String>> events)
      throws Exception {
    Sameness<String> sameness = Sameness.of(Types.STRING, stream -> first(stream, options));
    return options.ttl() == null ? sameness.run(events) : sameness.freeingState().run(events);
  }

  private static DataStream<String> first(DataStream<String> events, DeduplicateOptions options) {
    return Deduplicate.on(events.keyBy(DeduplicateTest::key, Types.STRING), options, "first");
  }

  private static String key(String value) {
    return value.substring(0, 1);
  }

  private static Timed<String> at(String value, long time) {
    return new Timed<>(value, time);
  }
}
