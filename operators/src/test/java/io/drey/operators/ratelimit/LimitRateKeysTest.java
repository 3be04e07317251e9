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
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What rate-limit keeps of its keys, and for how long. Events are their keys. */
class LimitRateKeysTest {
  private static final Duration PER = Duration.ofMillis(100);

  static Stream<RateLimitOptions> options() {
    return Stream.of(
        RateLimitOptions.fixedWindow(200, PER),
        RateLimitOptions.slidingWindow(200, PER),
        RateLimitOptions.tokenBucket(200, PER, 200));
  }

  @ParameterizedTest
  @MethodSource("options")
  void hasOneTimerAKeyHoweverManyPass(RateLimitOptions options) throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        harness(options)) {
      for (int time = 0; time < 1_000; time++) {
        see(harness, "a", time);
      }
      assertThat(harness.numEventTimeTimers()).isEqualTo(1);

      harness.processWatermark(950);
      assertThat(harness.numEventTimeTimers()).isEqualTo(1);
      assertThat(harness.numKeyedStateEntries()).isPositive();

      harness.processWatermark(1_099);
      assertThat(harness.numEventTimeTimers()).isZero();
      assertThat(harness.numKeyedStateEntries()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("options")
  void leavesNothingOfAKeyThatItGivesUp(RateLimitOptions options) throws Exception {
    RateLimitOptions one = options.with(KeyedSettings.EVENT_TIME.withMaxKeys(1));
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness = harness(one)) {
      for (int time = 0; time < 500; time++) {
        see(harness, "a", time);
      }
      int before = harness.numKeyedStateEntries();
      see(harness, "b", 500);

      assertThat(before).isBetween(2, 3);
      assertThat(harness.numKeyedStateEntries()).as("of the rule, and newer-key").isEqualTo(2);
      assertThat(harness.numEventTimeTimers()).isEqualTo(1);
    }
  }

  @Test
  void keepsTypesThatDescribeThemselves() {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(WindowCount.class);
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(PassedTimes.class);
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(Bucket.class);
  }

  private static void see(
      KeyedOneInputStreamOperatorTestHarness<String, String, String> harness, String key, long time)
      throws Exception {
    harness.processElement(new StreamRecord<>(key, time));
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, String, String> harness(
      RateLimitOptions options) throws Exception {
    return Subtask.of(
            Types.STRING,
            events -> LimitRate.on(events.keyBy(key -> key, Types.STRING), options, "limit"))
        .at(0, 1, 1)
        .open();
  }
}
