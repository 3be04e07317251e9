// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.stateful;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.rule.KeyedSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.transformations.OneInputTransformation;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class StatefulProcessingTimeTest {
  private static final StatefulOptions FOREVER =
      StatefulOptions.forever().with(KeyedSettings.PROCESSING_TIME);
  private static final StatefulOptions WITHIN_100 =
      StatefulOptions.within(Duration.ofMillis(100)).with(KeyedSettings.PROCESSING_TIME);

  @Test
  void forgetsAKeyTheTtlAfterItsLastEventByTheClock() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        harness(new Counting(), WITHIN_100)) {
      seeAt(harness, 0, "a");
      seeAt(harness, 99, "a");
      seeAt(harness, 199, "a");

      assertThat(values(harness)).containsExactly("1", "2", "1");
      assertThat(timers(harness)).isZero();
    }
  }

  @Test
  void letsStateTtlFreeAKeyThatIsNotSeenAgain() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        harness(new Counting(), WITHIN_100)) {
      seeAt(harness, 0, "a");
      for (int i = 0; i < 20; i++) {
        seeAt(harness, 500, "b");
      }

      assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
    }
  }

  /** Says {@code tick} every 10 ms by the clock for as long as there is a state. */
  private static final class Ticking
      implements StatefulFunction<String, String, Counting.Count, String> {
    private static final long serialVersionUID = 1L;

    @Override
    public Counting.Count initialState() {
      return new Counting.Count(0);
    }

    @Override
    public Counting.Count onEvent(String event, Counting.Count count, Context<String, String> ctx) {
      ctx.emit(event + " at " + ctx.time());
      ctx.timers().setProcessingTime(ctx.timers().processingTime() + 10);
      return new Counting.Count(count.events() + 1);
    }

    @Override
    public Counting.Count onTimer(long at, Counting.Count count, Context<String, String> ctx) {
      ctx.emit("tick " + at);
      ctx.timers().setProcessingTime(at + 10);
      return count;
    }
  }

  @Test
  void firesTimersByTheClockWithTheirInstants() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        harness(new Ticking(), FOREVER)) {
      seeAt(harness, 0, "a");
      harness.setProcessingTime(25);

      assertThat(values(harness)).containsExactly("a at 0", "tick 10", "tick 20");
      assertThat(harness.getOutput())
          .contains(new StreamRecord<>("tick 10", 10), new StreamRecord<>("tick 20", 20));
    }
  }

  @Test
  void firesWhatIsPendingAtTheEndOfInputAndNothingAfterIt() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        harness(new Ticking(), FOREVER)) {
      seeAt(harness, 0, "a");
      harness.processWatermark(Watermark.MAX_WATERMARK);

      assertThat(values(harness)).containsExactly("a at 0", "tick 10");
      assertThat(timers(harness)).isZero();
    }
  }

  @Test
  void dropsTheTimersOfStateThatTheClockHasForgotten() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        harness(
            new Ticking(), StatefulOptions.within(Duration.ofMillis(5)).with(FOREVER.settings()))) {
      seeAt(harness, 0, "a");
      seeAt(harness, 7, "a");
      harness.setStateTtlProcessingTime(11);
      harness.setProcessingTime(11);
      assertThat(values(harness)).containsExactly("a at 0", "a at 7");

      harness.setStateTtlProcessingTime(17);
      harness.setProcessingTime(17);

      assertThat(values(harness)).containsExactly("a at 0", "a at 7");
      assertThat(timers(harness)).isZero();
    }
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, String, String> harness(
      StatefulFunction<String, String, ?, String> function, StatefulOptions options)
      throws Exception {
    DataStream<String> events =
        StreamExecutionEnvironment.getExecutionEnvironment().fromData("unused");
    @SuppressWarnings("unchecked") // it is what the entry has built
    OneInputTransformation<String, String> operator =
        (OneInputTransformation<String, String>)
            TestingStateful.on(events, function, options).getTransformation();
    KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            operator.getOperator(), TestingStateful::key, Types.STRING);
    harness.open();
    return harness;
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

  private static int timers(
      KeyedOneInputStreamOperatorTestHarness<String, String, String> harness) {
    return harness.numEventTimeTimers() + harness.numProcessingTimeTimers();
  }

  private static List<String> values(
      KeyedOneInputStreamOperatorTestHarness<String, String, String> harness) {
    return new ArrayList<>(harness.extractOutputValues());
  }
}
