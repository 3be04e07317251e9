// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sessionize;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.rule.InvalidEventException;
import io.drey.operators.rule.KeyedRuleOperator;
import io.drey.operators.rule.KeyedSettings;
import io.drey.operators.sameness.Subtask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.Test;

/** What needs more than events: the clock, a cap on the keys, a function that fails. */
class SessionizeTimersTest {
  private static final SessionizeOptions GAP = SessionizeOptions.withGap(Duration.ofMillis(100));
  private static final SessionizeOptions BY_THE_CLOCK = GAP.with(KeyedSettings.PROCESSING_TIME);

  @Test
  void emitsASessionWhenTheClockPassesItsDeadline() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        harness(BY_THE_CLOCK, Visits.ANY)) {
      seeAt(harness, 0, "a1");
      seeAt(harness, 60, "a2");
      harness.setProcessingTime(159);
      assertThat(values(harness)).isEmpty();
      harness.setProcessingTime(160);

      assertThat(values(harness)).containsExactly("[a1, a2] 0..60 2 gap complete");
      assertFreed(harness);
    }
  }

  @Test
  void emitsWhatIsOpenAtTheEndOfInput() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        harness(BY_THE_CLOCK, Visits.ANY)) {
      seeAt(harness, 5, "a1");
      harness.processWatermark(Watermark.MAX_WATERMARK);

      assertThat(values(harness)).containsExactly("[a1] 5..5 1 gap complete");
      assertFreed(harness);
    }
  }

  @Test
  void emitsWhatHasNoDeadlineAtTheEndOfInput() throws Exception {
    SessionizeOptions endless = SessionizeOptions.usual().with(KeyedSettings.PROCESSING_TIME);
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        harness(endless, Visits.TO_LOGOUT)) {
      seeAt(harness, 5, "a1");
      harness.processWatermark(Watermark.MAX_WATERMARK);

      assertThat(values(harness)).containsExactly("[a1] 5..5 1 end-of-input");
      assertFreed(harness);
    }
  }

  @Test
  void leavesNoTimerBehindAnEndEvent() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        harness(BY_THE_CLOCK, Visits.TO_LOGOUT)) {
      seeAt(harness, 0, "a1");
      seeAt(harness, 5, "a-logout");

      assertThat(values(harness)).containsExactly("[a1, a-logout] 0..5 2 end complete");
      assertFreed(harness);
    }
  }

  @Test
  void hasOneTimerForASessionHoweverManyEventsItHas() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        harness(GAP.withMaxDuration(Duration.ofMillis(150)), Visits.ANY)) {
      harness.processElement("a1", 100);
      harness.processElement("a2", 160);
      harness.processElement("a3", 40);
      assertThat(harness.numEventTimeTimers()).isEqualTo(1);
      harness.processElement("a4", 191);

      assertThat(values(harness)).containsExactly("[a3, a1, a2] 40..160 3 max-duration");
      assertThat(harness.numEventTimeTimers()).isEqualTo(1);
    }
  }

  @Test
  void emitsASessionAsSoonAsTimePassesADeadlineThatAnOlderEventBroughtForward() throws Exception {
    SessionizeOptions lasting = SessionizeOptions.usual().withMaxDuration(Duration.ofMillis(100));
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        harness(lasting, Visits.TO_LOGOUT)) {
      harness.processElement("a1", 50);
      harness.processElement("a2", 10);
      harness.processWatermark(109);
      assertThat(values(harness)).isEmpty();
      harness.processWatermark(110);

      assertThat(values(harness)).containsExactly("[a2, a1] 10..50 2 max-duration");
      assertFreed(harness);
    }
  }

  @Test
  void givesUpTheSessionLongestNotSeen() throws Exception {
    SessionizeOptions capped = GAP.with(KeyedSettings.EVENT_TIME.withMaxKeys(1));
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        harness(capped, Visits.ANY)) {
      harness.processElement("a1", 0);
      harness.processElement("a2", 1);
      harness.processElement("b1", 2);

      assertThat(records(harness, Sessionize.evicted(Types.STRING)))
          .containsExactly("[a1, a2] 0..1 2 evicted @ 2");
      assertThat(harness.numEventTimeTimers()).isEqualTo(1);
      harness.processWatermark(Watermark.MAX_WATERMARK);
      assertThat(values(harness)).containsExactly("[b1] 2..2 1 gap complete");
      assertFreed(harness);
    }
  }

  @Test
  void putsAnEventAsideThatAFunctionFailsFor() throws Exception {
    SessionFunctions<String> failing =
        Visits.ANY.endingAt(
            event -> {
              if (event.equals("a2")) {
                throw new InvalidEventException("no");
              }
              return false;
            });
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        harness(GAP, failing)) {
      harness.processElement("a1", 0);
      harness.processElement("a2", 500);
      harness.processWatermark(Watermark.MAX_WATERMARK);

      assertThat(records(harness, KeyedRuleOperator.invalid(Types.STRING)))
          .containsExactly("a2 @ 500");
      assertThat(values(harness)).containsExactly("[a1] 0..0 1 gap");
    }
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, String, String> harness(
      SessionizeOptions options, SessionFunctions<String> functions) throws Exception {
    return Subtask.of(
            Types.STRING,
            events ->
                Sessionize.on(
                    events.keyBy(Visits::key, Types.STRING),
                    options,
                    functions,
                    Visits::text,
                    Types.STRING,
                    "visits"))
        .open();
  }

  private static void seeAt(
      KeyedOneInputStreamOperatorTestHarness<String, String, String> harness,
      long clock,
      String value)
      throws Exception {
    harness.setProcessingTime(clock);
    harness.processElement(new StreamRecord<>(value));
  }

  private static List<String> values(
      KeyedOneInputStreamOperatorTestHarness<String, String, String> harness) {
    return new ArrayList<>(harness.extractOutputValues());
  }

  private static List<String> records(
      KeyedOneInputStreamOperatorTestHarness<String, String, String> harness,
      OutputTag<String> tag) {
    Collection<StreamRecord<String>> records = harness.getSideOutput(tag);
    return records.stream()
        .map(record -> record.getValue() + " @ " + record.getTimestamp())
        .toList();
  }

  private static void assertFreed(
      KeyedOneInputStreamOperatorTestHarness<String, String, String> harness) {
    assertThat(harness.numKeyedStateEntries()).isZero();
    assertThat(harness.numEventTimeTimers() + harness.numProcessingTimeTimers()).isZero();
  }
}
