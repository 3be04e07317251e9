// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.rule.KeyedSettings;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.transformations.OneInputTransformation;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.Test;

/** What a run from beginning to end does not show: clocks, timers, evictions, other options. */
class CorrelateHarnessTest {
  private static final CorrelateOptions WITHIN_100 =
      CorrelateOptions.within(Duration.ofMillis(100));
  private static final CorrelateOptions BY_THE_CLOCK =
      WITHIN_100.with(KeyedSettings.PROCESSING_TIME);
  private static final OutputTag<String> UNMATCHED = Correlate.unmatched(Types.STRING);

  @Test
  void forgetsAPairAtOnceWithItsTimer() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        harness(WITHIN_100)) {
      harness.processElement(new StreamRecord<>("a?1", 0));
      assertThat(harness.numEventTimeTimers()).isEqualTo(1);
      harness.processElement(new StreamRecord<>("a!1", 5));

      assertThat(harness.extractOutputValues()).containsExactly("a?1 a!1 5");
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void hasOneTimerAKey() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        harness(WITHIN_100.queueing())) {
      harness.processElement(new StreamRecord<>("a?1", 20));
      harness.processElement(new StreamRecord<>("a?2", 10));
      harness.processElement(new StreamRecord<>("a?3", 30));
      harness.processElement(new StreamRecord<>("a!1", 200));

      assertThat(harness.numEventTimeTimers()).isEqualTo(1);
      harness.processWatermark(new Watermark(110));
      assertThat(unmatched(harness)).containsExactly("a?2 timeout @ 110");
      assertThat(harness.numEventTimeTimers()).isEqualTo(1);
      harness.processWatermark(new Watermark(199));
      assertThat(unmatched(harness))
          .containsExactly("a?2 timeout @ 110", "a?1 timeout @ 120", "a?3 timeout @ 130");
    }
  }

  @Test
  void measuresByTheClockInProcessingTime() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        harness(BY_THE_CLOCK)) {
      seeAt(harness, 0, "a?1");
      seeAt(harness, 50, "b?1");
      seeAt(harness, 99, "a!1");
      harness.setProcessingTime(150);

      assertThat(harness.extractOutputValues()).containsExactly("a?1 a!1 99");
      assertThat(unmatched(harness)).containsExactly("b?1 timeout @ 150");
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numEventTimeTimers() + harness.numProcessingTimeTimers()).isZero();
    }
  }

  @Test
  void letsAllGoAtTheEndOfInputInProcessingTime() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        harness(BY_THE_CLOCK.withSkew(Duration.ofMillis(50)))) {
      seeAt(harness, 0, "a?1");
      seeAt(harness, 10, "b!1");
      harness.processWatermark(Watermark.MAX_WATERMARK);

      assertThat(unmatched(harness))
          .containsExactlyInAnyOrder("a?1 timeout @ 100", "b!1 no_request @ 60");
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numEventTimeTimers() + harness.numProcessingTimeTimers()).isZero();
    }
  }

  @Test
  void emitsWhatIsOpenOfAKeyItGivesUp() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        harness(WITHIN_100.withManyResponses().with(KeyedSettings.EVENT_TIME.withMaxKeys(1)))) {
      harness.processElement(new StreamRecord<>("a?1", 0));
      harness.processElement(new StreamRecord<>("a!1", 1));
      harness.processElement(new StreamRecord<>("a!2", 300));
      harness.processElement(new StreamRecord<>("a?2", 150));
      harness.processElement(new StreamRecord<>("b?1", 151));

      assertThat(records(harness, Correlate.evicted(Types.STRING)))
          .containsExactly("a?2 evicted @ 151", "a!2 evicted @ 151");
      // what is open of b, and its place among the keys
      assertThat(harness.numKeyedStateEntries()).isEqualTo(2);
      assertThat(harness.numEventTimeTimers()).isEqualTo(1);
    }
  }

  @Test
  void judgesWhatIsPendingByTheOptionsItIsRestoredWith() throws Exception {
    OperatorSubtaskState pending = pending(WITHIN_100, new StreamRecord<>("a?1", 0));

    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> longer =
        harness(CorrelateOptions.within(Duration.ofMillis(200)), pending)) {
      longer.processWatermark(new Watermark(150));
      longer.processElement(new StreamRecord<>("a!1", 200));
      assertThat(longer.extractOutputValues()).containsExactly("a?1 a!1 200");
      assertThat(longer.numEventTimeTimers()).isZero();
    }
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> longer =
        harness(CorrelateOptions.within(Duration.ofMillis(200)), pending)) {
      longer.processWatermark(new Watermark(150));
      longer.processWatermark(new Watermark(200));
      assertThat(unmatched(longer)).containsExactly("a?1 timeout @ 200");
    }
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> shorter =
        harness(CorrelateOptions.within(Duration.ofMillis(50)), pending)) {
      shorter.processElement(new StreamRecord<>("a!1", 60));
      shorter.processWatermark(Watermark.MAX_WATERMARK);
      assertThat(shorter.extractOutputValues()).isEmpty();
      assertThat(unmatched(shorter)).containsExactly("a?1 timeout @ 50", "a!1 no_request @ 60");
      assertThat(shorter.numKeyedStateEntries()).isZero();
    }
  }

  private static OperatorSubtaskState pending(CorrelateOptions options, StreamRecord<String> event)
      throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> before = harness(options)) {
      before.processElement(event);
      return before.snapshot(1, 1);
    }
  }

  private static void seeAt(
      KeyedOneInputStreamOperatorTestHarness<String, String, String> harness,
      long clock,
      String event)
      throws Exception {
    harness.setProcessingTime(clock);
    harness.processElement(new StreamRecord<>(event));
  }

  private static List<String> unmatched(
      KeyedOneInputStreamOperatorTestHarness<String, String, String> harness) {
    return records(harness, UNMATCHED);
  }

  private static List<String> records(
      KeyedOneInputStreamOperatorTestHarness<String, String, String> harness,
      OutputTag<String> output) {
    return harness.getSideOutput(output).stream()
        .map(record -> record.getValue() + " @ " + record.getTimestamp())
        .toList();
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, String, String> harness(
      CorrelateOptions options, OperatorSubtaskState... restored) throws Exception {
    DataStream<String> events =
        StreamExecutionEnvironment.getExecutionEnvironment().fromData("unused");
    DataStream<String> pairs =
        Correlate.on(
            events.keyBy(TestingExchange::key, Types.STRING),
            new TestingExchange(),
            options,
            Types.STRING,
            Types.STRING,
            "pair");
    @SuppressWarnings("unchecked") // it is what the line above has built
    OneInputTransformation<String, String> operator =
        (OneInputTransformation<String, String>) pairs.getTransformation();
    KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            operator.getOperator(), TestingExchange::key, Types.STRING);
    for (OperatorSubtaskState state : restored) {
      harness.initializeState(state);
    }
    harness.open();
    return harness;
  }
}
