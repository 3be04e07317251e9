// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.rule.KeyedSettings;
import io.drey.operators.sameness.Subtask;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

/** What a token bucket with limits of events keeps of its keys, and for how long. */
class LimitByEventKeysTest {
  private static final EventLimitOptions BUCKET =
      EventLimitOptions.tokenBucket(Duration.ofMillis(100));

  @Test
  void freesAKeyOnceALimitOfOneWouldHaveFilledIt() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness = harness(BUCKET)) {
      harness.processElement(new StreamRecord<>("a1:9/3", 0));
      harness.processElement(new StreamRecord<>("a2:9/3", 0));
      assertThat(harness.numEventTimeTimers()).isEqualTo(1);

      harness.processWatermark(199);
      assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
      harness.processWatermark(200);
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void freesAKeyByTheClockInProcessingTime() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        harness(BUCKET.with(KeyedSettings.PROCESSING_TIME))) {
      harness.setProcessingTime(0);
      harness.processElement(new StreamRecord<>("a1:9/3"));
      harness.processElement(new StreamRecord<>("a2:9/1"));
      assertThat(harness.extractOutputValues()).containsExactly("a1:9/3");
      assertThat(harness.numProcessingTimeTimers()).isEqualTo(1);

      harness.setProcessingTime(100);
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numProcessingTimeTimers()).isZero();
    }
  }

  @Test
  void leavesNothingOfAKeyThatItGivesUp() throws Exception {
    EventLimitOptions one = BUCKET.with(KeyedSettings.PROCESSING_TIME.withMaxKeys(1));
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness = harness(one)) {
      harness.setProcessingTime(0);
      harness.processElement(new StreamRecord<>("a1:9"));
      harness.processElement(new StreamRecord<>("b1:9"));

      assertThat(harness.numKeyedStateEntries()).as("of the rule, and newer-key").isEqualTo(2);
      assertThat(harness.numProcessingTimeTimers()).isEqualTo(1);
    }
  }

  @Test
  void keepsATypeThatDescribesItself() {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(UsedTokens.class);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, String, String> harness(
      EventLimitOptions options) throws Exception {
    return Subtask.of(
            Types.STRING,
            events ->
                LimitRate.byEvent(EventLines.keyed(events), EventLines.LIMITS, options, "limit"))
        .at(0, 1, 1)
        .open();
  }
}
