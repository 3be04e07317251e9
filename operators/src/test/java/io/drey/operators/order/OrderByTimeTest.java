// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.deduplicate.Deduplicate;
import io.drey.operators.deduplicate.DeduplicateOptions;
import io.drey.operators.sameness.Lateness;
import io.drey.operators.sameness.Sameness;
import io.drey.operators.sameness.Shuffles;
import io.drey.operators.sameness.Timed;
import io.drey.operators.sameness.Variation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.junit.jupiter.api.Test;

class OrderByTimeTest {
  private static final int OUT_OF_ORDERNESS = 200;

  @Test
  void emitsInTheOrderOfTimeAndEqualInstantsAsTheyArrived() throws Exception {
    List<Timed<String>> input =
        List.of(event("a", 0, 30), event("b", 0, 10), event("c", 0, 20), event("d", 0, 10));

    assertThat(sorted().outOfOrderness(OUT_OF_ORDERNESS).run(input))
        .containsExactly(
            "main k:b:0 @ 10", "main k:d:0 @ 10", "main k:c:0 @ 20", "main k:a:0 @ 30");
  }

  @Test
  void ordersWithinAMillisecondByTheInstantAsWritten() throws Exception {
    List<Timed<String>> input = List.of(event("a", 900, 10), event("b", 100, 10));

    assertThat(sorted().run(input)).containsExactly("main k:b:100 @ 10", "main k:a:900 @ 10");
  }

  @Test
  void sendsEventsAtTheWatermarkToLate() throws Exception {
    List<Timed<String>> input = List.of(event("a", 0, 100), event("b", 0, 99), event("c", 0, 100));

    assertThat(sorted().runWithWatermarks(input))
        .containsExactly("late k:b:0 @ 99", "main k:a:0 @ 100", "main k:c:0 @ 100");
  }

  /** From one reader, however disordered: those that are behind what was read before them. */
  @Test
  void theLateEventsAreThoseOfTheOrderOfTheInput() throws Exception {
    Random random = new Random(11);
    List<Timed<String>> input = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      input.add(event("e" + i, 0, i * 20L - (i % 5 == 0 ? random.nextInt(600) : 0)));
    }
    List<String> late = Lateness.late(50, input);
    assertThat(late).hasSizeBetween(8, 12);
    Sameness<String> sameness = sorted().outOfOrderness(50);

    for (Variation variation : Variation.ofLateEvents()) {
      assertThat(sameness.run(input, variation).stream().filter(out -> out.startsWith("late ")))
          .as("%s", variation)
          .map(out -> out.substring("late ".length(), out.indexOf(" @ ")))
          .containsExactlyElementsOf(late);
    }
  }

  @Test
  void makesWhatFollowsIndependentOfTheOrderOfArrival() throws Exception {
    Random random = new Random(7);
    List<Timed<String>> input = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      input.add(event("e" + i, random.nextInt(1000), random.nextInt(1500)));
    }
    Sameness<String> sameness =
        Sameness.of(Types.STRING, OrderByTimeTest::sortAndDeduplicate)
            .outOfOrderness(OUT_OF_ORDERNESS);
    List<Timed<String>> first = Shuffles.within(OUT_OF_ORDERNESS, input, random);

    sameness.inAnyOrder().check(first);
  }

  private static Sameness<String> sorted() {
    return Sameness.of(Types.STRING, OrderByTimeTest::sort);
  }

  private static DataStream<String> sort(DataStream<String> events) {
    return OrderByTime.on(keyed(events), OrderByTimeTest::exactTime, "sorted", "sorted-order");
  }

  private static DataStream<String> sortAndDeduplicate(DataStream<String> events) {
    return Deduplicate.on(
        DataStreamUtils.reinterpretAsKeyedStream(sort(events), OrderByTimeTest::key, Types.STRING),
        DeduplicateOptions.within(Duration.ofMillis(100)).keepingLast(),
        "sorted");
  }

  private static KeyedStream<String, String> keyed(DataStream<String> events) {
    return events.keyBy(OrderByTimeTest::key, Types.STRING);
  }

  private static String key(String value) {
    return value.substring(0, 1);
  }

  private static Instant exactTime(String value, long millis) {
    return Instant.ofEpochMilli(millis)
        .plusNanos(Long.parseLong(value.substring(value.lastIndexOf(':') + 1)));
  }

  /** Values are {@code key:name:nanos}. */
  private static Timed<String> event(String name, int nanos, long time) {
    return new Timed<>("k:" + name + ":" + nanos, time);
  }
}
