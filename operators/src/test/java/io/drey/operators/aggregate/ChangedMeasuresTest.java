// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.aggregate.measure.PartialMeasure;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** What becomes of open windows when a job goes on with other measures or windows. */
class ChangedMeasuresTest {
  private static final Measure<String, Long> COUNT = Measure.count("n");
  private static final Measure<String, BigDecimal> SUM = Measure.sum("total", Scores::score);
  private static final Measure<String, BigDecimal> MAX = Measure.max("total", Scores::score);

  @Test
  void anAddedMeasureIsTakenFromThenOn() throws Exception {
    OperatorSubtaskState before = snapshot(List.of(COUNT), partial(0, 99, PartialMeasure.of(2)));

    assertThat(
            resumed(
                before,
                List.of(SUM, COUNT),
                partial(0, 99, PartialMeasure.of(1, "5"), PartialMeasure.of(1))))
        .containsExactly("a 0-100 5 3 @ 99");
  }

  @Test
  void aRemovedMeasureIsGone() throws Exception {
    OperatorSubtaskState before =
        snapshot(
            List.of(SUM, COUNT), partial(0, 99, PartialMeasure.of(1, "5"), PartialMeasure.of(2)));

    assertThat(resumed(before, List.of(COUNT), partial(0, 99, PartialMeasure.of(1))))
        .containsExactly("a 0-100 3 @ 99");
  }

  @Test
  void anotherKindUnderTheSameNameStartsAnew() throws Exception {
    OperatorSubtaskState before = snapshot(List.of(SUM), partial(0, 99, PartialMeasure.of(1, "5")));

    assertThat(resumed(before, List.of(MAX), partial(0, 99, PartialMeasure.of(1, "3"))))
        .containsExactly("a 0-100 3 @ 99");
  }

  @Test
  void windowsOfTheOldLengthCloseAtTheirEnd() throws Exception {
    OperatorSubtaskState before = snapshot(List.of(COUNT), partial(200, 299, PartialMeasure.of(2)));

    assertThat(resumed(before, List.of(COUNT), partial(0, 999, PartialMeasure.of(1))))
        .containsExactly("a 200-300 2 @ 299", "a 0-1000 1 @ 999");
  }

  @Test
  void windowsThatEndTogetherArePutTogether() throws Exception {
    OperatorSubtaskState before = snapshot(List.of(COUNT), partial(900, 999, PartialMeasure.of(2)));

    assertThat(resumed(before, List.of(COUNT), partial(0, 999, PartialMeasure.of(1))))
        .containsExactly("a 0-1000 3 @ 999");
  }

  private static OperatorSubtaskState snapshot(
      List<Measure<String, ?>> measures, Partial<String> partial) throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, Partial<String>, String> harness =
        harness(measures)) {
      harness.open();
      harness.processElement(new StreamRecord<>(partial));
      return harness.snapshot(1, 1);
    }
  }

  private static List<String> resumed(
      OperatorSubtaskState before, List<Measure<String, ?>> measures, Partial<String> partial)
      throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, Partial<String>, String> harness =
        harness(measures)) {
      harness.initializeState(before);
      harness.open();
      harness.processElement(new StreamRecord<>(partial));
      harness.processWatermark(Long.MAX_VALUE);
      assertThat(harness.numKeyedStateEntries()).isZero();
      return harness.extractOutputStreamRecords().stream()
          .map(record -> record.getValue() + " @ " + record.getTimestamp())
          .toList();
    }
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Partial<String>, String> harness(
      List<Measure<String, ?>> measures) throws Exception {
    Summarize<String, String> summarize =
        (group, window, results) ->
            Scores.summary(
                group,
                String.valueOf(window == null ? null : Scores.millis(window)),
                measures.stream()
                    .map(measure -> String.valueOf(results.of(measure)))
                    .collect(Collectors.toList()));
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(
            new MergeGroups<>(new Windows(0, 0), measures, summarize, unused -> "", "scores")),
        Partial::group,
        Types.STRING);
  }

  private static Partial<String> partial(long start, long last, PartialMeasure... partials) {
    return new Partial<>("a", start, last, Arrays.asList(partials));
  }
}
