// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.batch;

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

/** What needs more than events with a time: the clock, no time, a cap on the keys. */
class BatchTimersTest {
  private static final BatchOptions BY_TWO = BatchOptions.ofSize(2);
  private static final BatchOptions WITHIN_100 = BY_TWO.withTimeout(Duration.ofMillis(100));

  @Test
  void emitsABatchWhenTheClockPassesItsDeadline() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        harness(WITHIN_100.with(KeyedSettings.PROCESSING_TIME))) {
      harness.setProcessingTime(7);
      harness.processElement(new StreamRecord<>("a1"));
      harness.setProcessingTime(106);
      assertThat(values(harness)).isEmpty();
      harness.setProcessingTime(107);

      assertThat(values(harness)).containsExactly("a[a1]");
      assertFreed(harness);
    }
  }

  @Test
  void emitsTheRestAtTheEndOfInput() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        harness(WITHIN_100.with(KeyedSettings.PROCESSING_TIME))) {
      harness.processElement(new StreamRecord<>("a1"));
      harness.processWatermark(Watermark.MAX_WATERMARK);

      assertThat(values(harness)).containsExactly("a[a1]");
      assertFreed(harness);
    }
  }

  @Test
  void needsNoTimeWithoutATimeout() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness = harness(BY_TWO)) {
      harness.processElement(new StreamRecord<>("a1"));
      harness.processElement(new StreamRecord<>("a2"));
      harness.processElement(new StreamRecord<>("a3"));
      assertThat(values(harness)).containsExactly("a[a1, a2]");
      harness.processWatermark(Watermark.MAX_WATERMARK);

      assertThat(values(harness)).containsExactly("a[a1, a2]", "a[a3]");
      assertFreed(harness);
    }
  }

  @Test
  void leavesNoTimerBehindAFullBatch() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        harness(WITHIN_100)) {
      harness.processElement("a1", 0);
      harness.processElement("a2", 1);

      assertThat(values(harness)).containsExactly("a[a1, a2]");
      assertFreed(harness);
    }
  }

  @Test
  void givesUpTheBatchLongestNotSeen() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        harness(WITHIN_100.with(KeyedSettings.EVENT_TIME.withMaxKeys(1)))) {
      harness.processElement("a1", 0);
      harness.processElement("b1", 2);

      assertThat(harness.getSideOutput(Batch.evicted(Types.STRING)))
          .containsExactly(new StreamRecord<>("a[a1]", 2));
      assertThat(harness.numEventTimeTimers()).isEqualTo(1);
      harness.processWatermark(Watermark.MAX_WATERMARK);
      assertThat(values(harness)).containsExactly("b[b1]");
      assertFreed(harness);
    }
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, String, String> harness(
      BatchOptions options) throws Exception {
    return Subtask.of(
            Types.STRING,
            events ->
                Batch.on(
                    events.keyBy(BatchTest::key, Types.STRING),
                    options,
                    (key, batch) -> key + batch,
                    Types.STRING,
                    "batch"))
        .open();
  }

  private static List<String> values(
      KeyedOneInputStreamOperatorTestHarness<String, String, String> harness) {
    return new ArrayList<>(harness.extractOutputValues());
  }

  private static void assertFreed(
      KeyedOneInputStreamOperatorTestHarness<String, String, String> harness) {
    assertThat(harness.numKeyedStateEntries()).isZero();
    assertThat(harness.numEventTimeTimers() + harness.numProcessingTimeTimers()).isZero();
  }
}
