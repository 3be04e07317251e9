// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.deduplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.operators.rule.KeyedSettings;
import io.drey.operators.sameness.Sameness;
import io.drey.operators.sameness.Subtask;
import io.drey.operators.sameness.Timed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.types.PojoTestUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeduplicateCountTest {
  private static final long TTL = 100;
  private static final int OUT_OF_ORDERNESS = 150;
  private static final DeduplicateOptions WITHIN_100 =
      DeduplicateOptions.within(Duration.ofMillis(TTL));

  private static final DuplicateCounts<String, String> COUNTS =
      new DuplicateCounts<>(
          (key, first, last, duplicates) -> key + " " + first + ".." + last + " x" + duplicates,
          Types.STRING);

  @Test
  void countsTheDuplicatesOfARunAtItsDeadline() throws Exception {
    assertThat(run(WITHIN_100, List.of(at("a1", 0), at("a2", 60), at("a3", -20), at("b1", 1))))
        .containsExactlyInAnyOrder(
            "main a1 @ 0",
            "duplicates a2 @ 60",
            "duplicates a3 @ -20",
            "main b1 @ 1",
            "counts a -20..60 x2 @ 100");
  }

  @Test
  void countsEachRunOfAKey() throws Exception {
    assertThat(run(WITHIN_100, List.of(at("a1", 0), at("a2", 99), at("a3", 100), at("a4", 150))))
        .containsExactlyInAnyOrder(
            "main a1 @ 0",
            "duplicates a2 @ 99",
            "counts a 0..99 x1 @ 100",
            "main a3 @ 100",
            "duplicates a4 @ 150",
            "counts a 100..150 x1 @ 200");
  }

  @Test
  void endsARefreshedRunAfterItsLatestEvent() throws Exception {
    assertThat(run(WITHIN_100.refreshing(), List.of(at("a1", 0), at("a2", 60), at("a3", 150))))
        .containsExactlyInAnyOrder(
            "main a1 @ 0", "duplicates a2 @ 60", "duplicates a3 @ 150", "counts a 0..150 x2 @ 250");
  }

  @Test
  void leavesARunAloneThatAnEventIsTooOldFor() throws Exception {
    assertThat(run(WITHIN_100, List.of(at("a1", 200), at("a2", 100), at("a3", 201))))
        .containsExactlyInAnyOrder(
            "main a1 @ 200", "main a2 @ 100", "duplicates a3 @ 201", "counts a 200..201 x1 @ 300");
  }

  @Test
  void countsWhatItMarks() throws Exception {
    Sameness<String> marking =
        Sameness.of(
            Types.STRING,
            events ->
                Deduplicate.markingAndCounting(
                    events.keyBy(DeduplicateCountTest::key, Types.STRING),
                    WITHIN_100,
                    (event, isFirst) -> event + "=" + isFirst,
                    Types.STRING,
                    COUNTS,
                    "first"));

    assertThat(marking.run(List.of(at("a1", 0), at("a2", 1))))
        .containsExactlyInAnyOrder(
            "main a1=true @ 0", "main a2=false @ 1", "counts a 0..1 x1 @ 100");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void countsTheSameHoweverItIsRun(boolean refresh) throws Exception {
    DeduplicateOptions options = refresh ? WITHIN_100.refreshing() : WITHIN_100;
    for (int seed = 0; seed < 2; seed++) {
      List<Timed<String>> input = arrivals(new Random(seed), 40);
      Sameness<String> sameness =
          Sameness.of(Types.STRING, events -> counting(events, options))
              .outOfOrderness(OUT_OF_ORDERNESS)
              .freeingState();

      List<String> counts = new ArrayList<>(sameness.run(input));
      counts.removeIf(line -> !line.startsWith("counts "));
      assertThat(counts)
          .as("seed %s", seed)
          .isNotEmpty()
          .containsExactlyInAnyOrderElementsOf(expected(input, refresh));
      sameness.check(input);
    }
  }

  /** The rules as one would write them over a list: t0, first, last and duplicates of each key. */
  private static List<String> expected(List<Timed<String>> input, boolean refresh) {
    Map<String, long[]> runs = new LinkedHashMap<>();
    List<String> counts = new ArrayList<>();
    for (Timed<String> event : input) {
      String key = key(event.value());
      long time = event.time();
      long[] run = runs.get(key);
      if (run != null && Math.abs(time - run[0]) < TTL) {
        run[0] = refresh ? Math.max(run[0], time) : run[0];
        run[1] = Math.min(run[1], time);
        run[2] = Math.max(run[2], time);
        run[3]++;
      } else if (run == null || time > run[0]) {
        end(key, run, counts);
        runs.put(key, new long[] {time, time, time, 0});
      }
    }
    runs.forEach((key, run) -> end(key, run, counts));
    return counts;
  }

  private static void end(String key, long @Nullable [] run, List<String> counts) {
    if (run != null && run[3] > 0) {
      counts.add("counts %s %d..%d x%d @ %d".formatted(key, run[1], run[2], run[3], run[0] + TTL));
    }
  }

  @Test
  void countsByTheClock() throws Exception {
    KeyedSettings clock = new KeyedSettings(TimeDomain.PROCESSING_TIME, null);
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        Subtask.of(Types.STRING, events -> counting(events, WITHIN_100.with(clock))).open()) {
      harness.setProcessingTime(0);
      harness.processElement(new StreamRecord<>("a1"));
      harness.setProcessingTime(50);
      harness.processElement(new StreamRecord<>("a2"));
      harness.setProcessingTime(100);

      assertThat(harness.getSideOutput(Deduplicate.counts(Types.STRING)))
          .extracting(StreamRecord::getValue)
          .containsExactly("a 0..50 x1");
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numEventTimeTimers() + harness.numProcessingTimeTimers()).isZero();
    }
  }

  @Test
  void emitsTheCountOfAnEvictedKey() throws Exception {
    KeyedSettings one = new KeyedSettings(TimeDomain.EVENT_TIME, 1);
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        Subtask.of(Types.STRING, events -> counting(events, WITHIN_100.with(one))).open()) {
      for (int i = 0; i < 400; i++) {
        String key = Character.toString('a' + i);
        harness.processElement(new StreamRecord<>(key + 1, 0));
        harness.processElement(new StreamRecord<>(key + 2, 1));
      }

      assertThat(harness.getSideOutput(Deduplicate.evicted(Types.STRING)))
          .extracting(StreamRecord::getValue)
          .contains("a 0..1 x1");
    }
  }

  @Test
  void isSerializedWithoutKryo() {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(DuplicateRun.class);
  }

  @Test
  void refusesToCountWithoutAnEndOrWhereTheLastPasses() {
    DataStream<String> events = StreamExecutionEnvironment.getExecutionEnvironment().fromData("a1");

    assertThatThrownBy(() -> counting(events, DeduplicateOptions.forever()))
        .hasMessage("Invalid ttl: must be given to count duplicates");
    assertThatThrownBy(() -> counting(events, WITHIN_100.keepingLast()))
        .hasMessage("Invalid keep: must be first to count but was last");
  }

  private static DataStream<String> counting(
      DataStream<String> events, DeduplicateOptions options) {
    return Deduplicate.counting(
        events.keyBy(DeduplicateCountTest::key, Types.STRING), options, COUNTS, "first");
  }

  private static List<String> run(DeduplicateOptions options, List<Timed<String>> events)
      throws Exception {
    return Sameness.of(Types.STRING, stream -> counting(stream, options))
        .outOfOrderness(OUT_OF_ORDERNESS)
        .freeingState()
        .run(events);
  }

  private static String key(String value) {
    return value.substring(0, 1);
  }

  private static Timed<String> at(String value, long time) {
    return new Timed<>(value, time);
  }

  private static List<Timed<String>> arrivals(Random random, int count) {
    List<Timed<String>> events = new ArrayList<>();
    long latest = 0;
    for (int i = 0; i < count; i++) {
      long time = latest + random.nextInt(60) - random.nextInt(OUT_OF_ORDERNESS);
      time = Math.max(time, latest - OUT_OF_ORDERNESS);
      latest = Math.max(latest, time);
      events.add(at((char) ('a' + random.nextInt(4)) + "-" + i, time));
    }
    return events;
  }
}
