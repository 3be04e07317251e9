// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.operators.sameness.Sameness;
import io.drey.operators.sameness.Timed;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

class LimitRateTest {
  private static final Duration TEN = Duration.ofMillis(10);
  private static final RateLimitOptions TWO_PER_WINDOW = RateLimitOptions.fixedWindow(2, TEN);
  private static final RateLimitOptions TWO_IN_TEN = RateLimitOptions.slidingWindow(2, TEN);
  private static final RateLimitOptions TWO_TOKENS = RateLimitOptions.tokenBucket(1, TEN, 2);

  @Test
  void passesTheFirstOfEachKeyForEverWithoutAnySpan() throws Exception {
    assertThat(
            run(
                RateLimitOptions.forever(2),
                List.of(at("a1", 0), at("a2", 9), at("b1", 9), at("a3", 99))))
        .containsExactly("main a1 @ 0", "main a2 @ 9", "main b1 @ 9", "limited a3 @ 99");
  }

  @Test
  void startsAnewWithEachWindow() throws Exception {
    assertThat(run(TWO_PER_WINDOW, List.of(at("a1", 8), at("a2", 8), at("a3", 9), at("a4", 10))))
        .containsExactly("main a1 @ 8", "main a2 @ 8", "limited a3 @ 9", "main a4 @ 10");
  }

  @Test
  void countsAnOlderEventInTheCurrentWindow() throws Exception {
    assertThat(run(TWO_PER_WINDOW, List.of(at("a1", 10), at("a2", 9), at("a3", 8), at("a4", 20))))
        .containsExactly("main a1 @ 10", "main a2 @ 9", "limited a3 @ 8", "main a4 @ 20");
  }

  @Test
  void looksBackFromEachEventInASlidingWindow() throws Exception {
    assertThat(run(TWO_IN_TEN, List.of(at("a1", 8), at("a2", 8), at("a3", 17), at("a4", 18))))
        .containsExactly("main a1 @ 8", "main a2 @ 8", "limited a3 @ 17", "main a4 @ 18");
  }

  @Test
  void countsOnlyWhatPassedInASlidingWindow() throws Exception {
    assertThat(
            run(
                TWO_IN_TEN,
                List.of(at("a1", 0), at("a2", 1), at("a3", 9), at("a4", 10), at("a5", 11))))
        .containsExactly(
            "main a1 @ 0", "main a2 @ 1", "limited a3 @ 9", "main a4 @ 10", "main a5 @ 11");
  }

  @Test
  void usesUpTokensAndBringsThemBack() throws Exception {
    assertThat(
            run(
                TWO_TOKENS,
                List.of(at("a1", 0), at("a2", 0), at("a3", 9), at("a4", 10), at("a5", 19))))
        .containsExactly(
            "main a1 @ 0", "main a2 @ 0", "limited a3 @ 9", "main a4 @ 10", "limited a5 @ 19");
  }

  @Test
  void handlesAnOlderEventAtTheTimeOfTheLatestThatPassed() throws Exception {
    assertThat(run(TWO_IN_TEN, List.of(at("a1", 20), at("a2", 5), at("a3", 29), at("a4", 30))))
        .containsExactly("main a1 @ 20", "main a2 @ 5", "limited a3 @ 29", "main a4 @ 30");
    assertThat(run(TWO_TOKENS, List.of(at("a1", 20), at("a2", 5), at("a3", 29), at("a4", 30))))
        .containsExactly("main a1 @ 20", "main a2 @ 5", "limited a3 @ 29", "main a4 @ 30");
  }

  @Test
  void holdsAtTheEndsOfTime() throws Exception {
    for (RateLimitOptions options : List.of(TWO_PER_WINDOW, TWO_IN_TEN, TWO_TOKENS)) {
      assertThat(run(options, List.of(at("a1", Long.MIN_VALUE + 1), at("a2", Long.MAX_VALUE - 1))))
          .containsExactly(
              "main a1 @ " + (Long.MIN_VALUE + 1), "main a2 @ " + (Long.MAX_VALUE - 1));
    }
  }

  @Test
  void marksInsteadOfSeparating() throws Exception {
    assertThat(
            run(
                events ->
                    LimitRate.marking(
                        events,
                        TWO_IN_TEN,
                        (event, isLimited) -> event + "=" + isLimited,
                        Types.STRING,
                        "limit"),
                true,
                List.of(at("a1", 0), at("a2", 1), at("a3", 2))))
        .containsExactly("main a1=false @ 0", "main a2=false @ 1", "main a3=true @ 2");
  }

  @Test
  void numbersAllEventsOfAWindow() throws Exception {
    assertThat(
            run(
                events ->
                    LimitRate.numbering(
                        events,
                        TWO_PER_WINDOW,
                        (event, number) -> event + "=" + number,
                        Types.STRING,
                        "limit"),
                true,
                List.of(at("a1", 0), at("a2", 1), at("a3", 2), at("a4", 9), at("a5", 10))))
        .containsExactly(
            "main a1=1 @ 0",
            "main a2=2 @ 1",
            "limited a3=3 @ 2",
            "limited a4=4 @ 9",
            "main a5=1 @ 10");
  }

  @Test
  void numbersAllEventsForEverAndPassesThemAll() throws Exception {
    assertThat(
            run(
                events ->
                    LimitRate.numberingAll(
                        events,
                        RateLimitOptions.forever(1),
                        (event, number) -> event + "=" + number,
                        Types.STRING,
                        "limit"),
                false,
                List.of(at("a1", 0), at("a2", 1), at("a3", 2))))
        .containsExactly("main a1=1 @ 0", "main a2=2 @ 1", "main a3=3 @ 2");
  }

  @Test
  void refusesToNumberWhereThereAreNoWindows() {
    DataStream<String> events = StreamExecutionEnvironment.getExecutionEnvironment().fromData("a1");

    assertThatThrownBy(
            () ->
                LimitRate.numbering(
                    events.keyBy(LimitRateTest::key, Types.STRING),
                    TWO_TOKENS,
                    (event, number) -> event,
                    Types.STRING,
                    "limit"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Invalid algorithm: must be fixed-window to number events but was token-bucket");
  }

  private static List<String> run(RateLimitOptions options, List<Timed<String>> events)
      throws Exception {
    return run(keyed -> LimitRate.on(keyed, options, "limit"), options.per() != null, events);
  }

  private static List<String> run(
      Function<KeyedStream<String, String>, DataStream<String>> limit,
      boolean isFreed,
      List<Timed<String>> events)
      throws Exception {
    Sameness<String> sameness =
        Sameness.of(
            Types.STRING, stream -> limit.apply(stream.keyBy(LimitRateTest::key, Types.STRING)));
    return (isFreed ? sameness.freeingState() : sameness).run(events);
  }

  private static String key(String value) {
    return value.substring(0, 1);
  }

  private static Timed<String> at(String value, long time) {
    return new Timed<>(value, time);
  }
}
