// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.deduplicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.rule.KeyedSettings;
import io.drey.operators.sameness.Subtask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class DeduplicateProcessingTimeTest {
  private static final DeduplicateOptions WITHIN_100 =
      DeduplicateOptions.within(Duration.ofMillis(100)).with(KeyedSettings.PROCESSING_TIME);

  @Test
  void measuresByTheClockAndForgetsAKeyAfterItsTtl() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        harness(WITHIN_100)) {
      seeAt(harness, 0, "a1");
      seeAt(harness, 99, "a2");
      seeAt(harness, 100, "a3");

      assertThat(values(harness)).containsExactly("a1", "a3");
      assertThat(harness.numEventTimeTimers() + harness.numProcessingTimeTimers()).isZero();
    }
  }

  @Test
  void letsStateTtlFreeAKeyThatIsNotSeenAgain() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        harness(WITHIN_100)) {
      seeAt(harness, 0, "a1");
      for (int i = 0; i < 20; i++) {
        seeAt(harness, 500, "b" + i);
      }

      assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
    }
  }

  @Test
  void emitsTheNewestWhenTheClockReachesTheDeadline() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        harness(WITHIN_100.keepingLast())) {
      seeAt(harness, 0, "a1");
      seeAt(harness, 50, "a2");
      harness.setProcessingTime(100);

      assertThat(values(harness)).containsExactly("a2");
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numEventTimeTimers() + harness.numProcessingTimeTimers()).isZero();
    }
  }

  @Test
  void emitsTheNewestAtTheEndOfInput() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        harness(WITHIN_100.keepingLast())) {
      seeAt(harness, 0, "a1");
      harness.processWatermark(Watermark.MAX_WATERMARK);

      assertThat(values(harness)).containsExactly("a1");
      assertThat(harness.numKeyedStateEntries()).isZero();
    }
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, String, String> harness(
      DeduplicateOptions options) throws Exception {
    return Subtask.of(
            Types.STRING,
            events ->
                Deduplicate.on(
                    events.keyBy(DeduplicateProcessingTimeTest::key, Types.STRING),
                    options,
                    "first"))
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

  private static List<String> values(
      KeyedOneInputStreamOperatorTestHarness<String, String, String> harness) {
    return new ArrayList<>(harness.extractOutputValues());
  }

  private static String key(String value) {
    return value.substring(0, 1);
  }
}
