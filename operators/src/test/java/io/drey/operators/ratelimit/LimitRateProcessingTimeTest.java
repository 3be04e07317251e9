// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.rule.KeyedSettings;
import io.drey.operators.sameness.Subtask;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first letter of an event is its key. */
class LimitRateProcessingTimeTest {
  private static final Duration PER = Duration.ofMillis(100);

  static Stream<RateLimitOptions> options() {
    return Stream.of(
            RateLimitOptions.fixedWindow(1, PER),
            RateLimitOptions.slidingWindow(1, PER),
            RateLimitOptions.tokenBucket(1, PER, 1))
        .map(options -> options.with(KeyedSettings.PROCESSING_TIME));
  }

  @ParameterizedTest
  @MethodSource("options")
  void measuresByTheClock(RateLimitOptions options) throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        harness(options)) {
      seeAt(harness, 0, "a1");
      seeAt(harness, 99, "a2");
      seeAt(harness, 100, "a3");

      assertThat(harness.extractOutputValues()).containsExactly("a1", "a3");
      assertThat(harness.numEventTimeTimers() + harness.numProcessingTimeTimers()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("options")
  void letsStateTtlFreeAKeyThatIsNotSeenAgain(RateLimitOptions options) throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        harness(options)) {
      seeAt(harness, 0, "a1");
      for (int i = 0; i < 20; i++) {
        seeAt(harness, 500, "b" + i);
      }

      assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
    }
  }

  @Test
  void keepsAWindowThatIsCountedUpUntilItEnds() throws Exception {
    RateLimitOptions two = RateLimitOptions.fixedWindow(2, PER).with(KeyedSettings.PROCESSING_TIME);
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness = harness(two)) {
      seeAt(harness, 0, "a1");
      seeAt(harness, 60, "a2");
      seeAt(harness, 99, "a3");

      assertThat(harness.extractOutputValues()).containsExactly("a1", "a2");
    }
  }

  @Test
  void letsStateTtlFreeTheBlocksOfASlidingWindow() throws Exception {
    RateLimitOptions many =
        RateLimitOptions.slidingWindow(1_000, PER).with(KeyedSettings.PROCESSING_TIME);
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness = harness(many)) {
      for (int i = 0; i < 300; i++) {
        seeAt(harness, 0, "a" + i);
      }
      assertThat(harness.numKeyedStateEntries()).isEqualTo(2);

      for (int i = 0; i < 300; i++) {
        seeAt(harness, 500, "b" + i);
      }

      assertThat(harness.extractOutputValues()).hasSize(600);
      assertThat(harness.numKeyedStateEntries()).isEqualTo(2);
    }
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, String, String> harness(
      RateLimitOptions options) throws Exception {
    return Subtask.of(
            Types.STRING,
            events ->
                LimitRate.on(
                    events.keyBy(LimitRateProcessingTimeTest::key, Types.STRING), options, "limit"))
        .open();
  }

  private static void seeAt(
      KeyedOneInputStreamOperatorTestHarness<String, String, String> harness,
      long clock,
      String value)
      throws Exception {
    harness.setProcessingTime(clock);
    harness.setStateTtlProcessingTime(clock);
    harness.processElement(new StreamRecord<>(value));
  }

  private static String key(String value) {
    return value.substring(0, 1);
  }
}
