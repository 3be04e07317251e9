// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.aggregate.measure.PartialMeasure;
import io.drey.operators.sameness.Sameness;
import io.drey.operators.sameness.Shuffles;
import io.drey.operators.sameness.Timed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SlidingWindowsTest {
  private static final int OUT_OF_ORDERNESS = 150;
  private static final AggregateOptions SLIDING = sliding(100, 50);
  private static final Measure<String, Long> COUNT = Measure.count("n");

  static Stream<AggregateOptions> options() {
    return Stream.of(SLIDING, sliding(99, 33), sliding(360, 1), sliding(100, 100));
  }

  @ParameterizedTest
  @MethodSource("options")
  void answerAsTheReferenceHoweverTheyAreRun(AggregateOptions options) throws Exception {
    for (int seed = 0; seed < 2; seed++) {
      Random random = new Random(seed);
      List<Timed<String>> input = Shuffles.within(OUT_OF_ORDERNESS, events(random, 25), random);
      Sameness<String> sameness = sameness(options).outOfOrderness(OUT_OF_ORDERNESS);

      assertThat(sameness.run(input))
          .as("seed %s", seed)
          .containsExactlyInAnyOrderElementsOf(new SequentialAggregate(options).run(input));
      sameness.check(input);
    }
  }

  @Test
  void emitEveryWindowThatHasEventsAtItsLastInstant() throws Exception {
    assertThat(
            sameness(SLIDING)
                .runWithWatermarks(List.of(at("a:1", 0), at("a:2", 49), at("a:3", 200))))
        .containsExactly(
            "main a -50-50 2 2 3 2 [1, 2] @ 49",
            "main a 0-100 2 2 3 2 [1, 2] @ 99",
            "main a 150-250 1 1 3 3 [3] @ 249",
            "main a 200-300 1 1 3 3 [3] @ 299");
  }

  @Test
  void takeALateEventIntoThoseThatAreStillOpen() throws Exception {
    assertThat(
            sameness(SLIDING)
                .runWithWatermarks(
                    List.of(
                        at("a:1", 10),
                        at("b:1", 50),
                        at("a:2", 11),
                        at("c:1", 60),
                        at("d:1", 100),
                        at("a:3", 12),
                        at("e:1", 12),
                        at("a:4", 99))))
        .containsExactlyInAnyOrder(
            "main a -50-50 1 1 1 1 [1] @ 49",
            "main a 0-100 2 2 3 2 [1, 2] @ 99",
            "main b 0-100 1 1 1 1 [1] @ 99",
            "main c 0-100 1 1 1 1 [1] @ 99",
            "late a:3 @ 12",
            "late e:1 @ 12",
            "main a 50-150 1 1 4 4 [4] @ 149",
            "main b 50-150 1 1 1 1 [1] @ 149",
            "main c 50-150 1 1 1 1 [1] @ 149",
            "main d 50-150 1 1 1 1 [1] @ 149",
            "main d 100-200 1 1 1 1 [1] @ 199");
  }

  @Test
  void holdAtTheEndsOfTime() throws Exception {
    assertThat(
            sameness(SLIDING)
                .run(List.of(at("a:1", Long.MIN_VALUE + 1), at("b:2", Long.MAX_VALUE))))
        .hasSize(3)
        .last()
        .isEqualTo(
            "main b "
                + (Long.MAX_VALUE - 57)
                + "-"
                + Long.MAX_VALUE
                + " 1 1 2 2 [2] @ "
                + Long.MAX_VALUE);
  }

  @Test
  void goOnAfterARestoreWithAnotherSlide() throws Exception {
    OperatorSubtaskState before;
    try (KeyedOneInputStreamOperatorTestHarness<String, Partial<String>, String> harness =
        harness(SLIDING)) {
      harness.open();
      harness.processElement(pane(0, 49, 1));
      harness.processElement(pane(50, 99, 2));
      harness.processWatermark(49);
      assertThat(harness.extractOutputValues()).containsExactly("-50-50 1");
      before = harness.snapshot(1, 1);
    }

    assertThat(resumed(before, sliding(100, 25)))
        .containsExactly("0-100 3", "25-125 2", "50-150 2");
    assertThat(resumed(before, sliding(200, 100))).containsExactly("-100-100 3", "0-200 3");
  }

  @Test
  void areDroppedByARestoreWithoutSlide() throws Exception {
    OperatorSubtaskState before;
    try (KeyedOneInputStreamOperatorTestHarness<String, Partial<String>, String> harness =
        harness(SLIDING)) {
      harness.open();
      harness.processElement(pane(0, 49, 1));
      before = harness.snapshot(1, 1);
    }

    assertThat(resumed(before, Scores.EVERY_100)).isEmpty();
  }

  private static List<String> resumed(OperatorSubtaskState before, AggregateOptions options)
      throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, Partial<String>, String> harness =
        harness(options)) {
      harness.initializeState(before);
      harness.open();
      harness.processWatermark(Long.MAX_VALUE);
      assertThat(harness.numEventTimeTimers()).isZero();
      return harness.extractOutputValues();
    }
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Partial<String>, String> harness(
      AggregateOptions options) throws Exception {
    Summarize<String, String> summarize =
        (group, window, results) ->
            (window == null ? "" : Scores.millis(window)) + " " + results.of(COUNT);
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(
            new MergeGroups<>(
                Windows.of(options), List.of(COUNT), summarize, unused -> "", "scores")),
        Partial::group,
        Types.STRING);
  }

  private static StreamRecord<Partial<String>> pane(long start, long last, long count) {
    List<PartialMeasure> measures = new ArrayList<>(List.of(PartialMeasure.of(count)));
    return new StreamRecord<>(new Partial<>("a", start, last, measures));
  }

  private static Sameness<String> sameness(AggregateOptions options) {
    return Sameness.of(Types.STRING, stream -> Scores.aggregate(stream, options).results())
        .freeingState();
  }

  private static AggregateOptions sliding(int every, int slide) {
    return AggregateOptions.every(Duration.ofMillis(every)).sliding(Duration.ofMillis(slide));
  }

  private static List<Timed<String>> events(Random random, int count) {
    List<Timed<String>> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String score = random.nextInt(5) == 0 ? "" : random.nextInt(900) / 10.0 + "";
      events.add(at("g" + random.nextInt(2) + ":" + score, random.nextInt(1200) - 500));
    }
    return events;
  }

  private static Timed<String> at(String value, long time) {
    return new Timed<>(value, time);
  }
}
