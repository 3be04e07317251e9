// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** When what is gathered is passed on: {@code group window count}, and watermarks. */
class GatherLocallyTest {
  private static final AggregateOptions CLOCKED =
      AggregateOptions.every(Duration.ofMillis(100)).with(TimeDomain.PROCESSING_TIME);

  @Test
  void passesAWindowOnBeforeTheWatermarkThatClosesIt() throws Exception {
    try (OneInputStreamOperatorTestHarness<String, Partial<String>> harness =
        harness(Scores.EVERY_100)) {
      harness.processElement("a:1", 10);
      harness.processElement("a:1", 150);
      harness.processElement("a:1", 20);
      harness.processWatermark(98);
      harness.processWatermark(99);
      harness.processElement("a:1", 99);

      assertThat(output(harness)).containsExactly("Watermark 98", "a 0-99 2", "Watermark 99");
      assertThat(late(harness)).containsExactly("a:1");
    }
  }

  @Test
  void holdsNothingBackFromACheckpoint() throws Exception {
    try (OneInputStreamOperatorTestHarness<String, Partial<String>> harness =
        harness(Scores.EVERY_100)) {
      harness.processElement("a:1", 10);
      harness.processElement("a:1", 150);
      harness.prepareSnapshotPreBarrier(1);
      harness.processElement("a:1", 20);
      harness.prepareSnapshotPreBarrier(2);

      assertThat(output(harness)).containsExactly("a 0-99 1", "a 100-199 1", "a 0-99 1");
    }
  }

  @Test
  void holdsNothingBackWhileItsInputPauses() throws Exception {
    try (OneInputStreamOperatorTestHarness<String, Partial<String>> harness =
        harness(Scores.EVERY_100)) {
      harness.processElement("a:1", 10);
      harness.processWatermarkStatus(WatermarkStatus.IDLE);

      assertThat(output(harness)).containsExactly("a 0-99 1", WatermarkStatus.IDLE.toString());
    }
  }

  @Test
  void holdsNoMoreEventsThanItMay() throws Exception {
    try (OneInputStreamOperatorTestHarness<String, Partial<String>> harness =
        harness(AggregateOptions.atTheEnd())) {
      StreamRecord<String> event = new StreamRecord<>("a:1");
      for (int i = 0; i < GatherLocally.MOST_EVENTS + 1; i++) {
        harness.processElement(event);
      }
      harness.prepareSnapshotPreBarrier(1);

      assertThat(output(harness))
          .containsExactly(
              "a " + Long.MIN_VALUE + "-" + Long.MAX_VALUE + " " + GatherLocally.MOST_EVENTS,
              "a " + Long.MIN_VALUE + "-" + Long.MAX_VALUE + " 1");
    }
  }

  @Test
  void closesWindowsByTheClockInProcessingTime() throws Exception {
    try (OneInputStreamOperatorTestHarness<String, Partial<String>> harness = harness(CLOCKED)) {
      harness.setProcessingTime(50);
      harness.processElement("a:1", 7777);
      harness.setProcessingTime(99);
      harness.processElement("a:1", 3);
      harness.setProcessingTime(100);
      harness.processElement("a:1", 3);
      harness.setProcessingTime(300);

      assertThat(output(harness))
          .containsExactly("a 0-99 2", "Watermark 99", "a 100-199 1", "Watermark 299");
      assertThat(harness.getSideOutput(Aggregate.late(Types.STRING))).isNull();
    }
  }

  @Test
  void takesNoWatermarkButTheEndOfInputInProcessingTime() throws Exception {
    try (OneInputStreamOperatorTestHarness<String, Partial<String>> harness = harness(CLOCKED)) {
      harness.setProcessingTime(50);
      harness.processElement("a:1", 0);
      harness.processWatermark(40);
      harness.processWatermarkStatus(WatermarkStatus.IDLE);
      harness.processWatermark(Watermark.MAX_WATERMARK);

      assertThat(output(harness)).containsExactly("a 0-99 1", "Watermark " + Long.MAX_VALUE);
    }
  }

  @Test
  void goesOnByTheClockAfterARestart() throws Exception {
    try (OneInputStreamOperatorTestHarness<String, Partial<String>> harness = harness(CLOCKED)) {
      harness.setProcessingTime(250);

      assertThat(output(harness)).containsExactly("Watermark 199");
    }
  }

  private static OneInputStreamOperatorTestHarness<String, Partial<String>> harness(
      AggregateOptions options) throws Exception {
    OneInputStreamOperatorTestHarness<String, Partial<String>> harness =
        new OneInputStreamOperatorTestHarness<>(
            new GatherLocally<>(
                Scores::group, options, List.of(Measure.count("n")), Types.STRING, "scores"));
    harness.setup();
    harness.open();
    return harness;
  }

  private static List<String> output(
      OneInputStreamOperatorTestHarness<String, Partial<String>> harness) {
    return harness.getOutput().stream().map(GatherLocallyTest::text).toList();
  }

  private static String text(Object element) {
    if (element instanceof Watermark mark) {
      return "Watermark " + mark.getTimestamp();
    }
    if (element instanceof StreamRecord<?> record && record.getValue() instanceof Partial<?> part) {
      long count = part.measures().get(0).count();
      return part.group() + " " + part.start() + "-" + part.last() + " " + count;
    }
    return element.toString();
  }

  private static List<String> late(
      OneInputStreamOperatorTestHarness<String, Partial<String>> harness) {
    return Objects.requireNonNull(harness.getSideOutput(Aggregate.late(Types.STRING))).stream()
        .map(StreamRecord::getValue)
        .toList();
  }
}
