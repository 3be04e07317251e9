// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.rule.InvalidEventException;
import io.drey.operators.rule.KeyedSettings;
import io.drey.operators.sameness.Sameness;
import io.drey.operators.sameness.Timed;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.junit.jupiter.api.Test;

/** The first letter of an event is its key, the rest its number. */
class DetectGapsTest {
  @Test
  void passesNumbersThatFollowOneAnotherWhateverTheFirst() throws Exception {
    assertThat(run("a7", "b1", "a8", "b2", "a9"))
        .containsExactly("main a7 @ 0", "main b1 @ 1", "main a8 @ 2", "main b2 @ 3", "main a9 @ 4");
  }

  @Test
  void tellsHowManyAreMissing() throws Exception {
    assertThat(run("a7", "a10"))
        .containsExactly("main a7 @ 0", "gaps " + gap(8, 10, 2, false) + " @ 1", "main a10 @ 1");
  }

  @Test
  void tellsOfDuplicatesAndNeverGoesBack() throws Exception {
    assertThat(run("a7", "a7", "a3", "a8"))
        .containsExactly(
            "main a7 @ 0",
            "gaps " + gap(8, 7, 0, true) + " @ 1",
            "main a7 @ 1",
            "gaps " + gap(8, 3, 0, true) + " @ 2",
            "main a3 @ 2",
            "main a8 @ 3");
  }

  @Test
  void putsEventsWithoutANumberAsideAndForgetsThem() throws Exception {
    assertThat(run("a1", "ax", "a2"))
        .containsExactly("main a1 @ 0", "invalid ax @ 1", "main a2 @ 2");
  }

  @Test
  void countsAcrossTheWholeRange() throws Exception {
    assertThat(run("a" + Long.MIN_VALUE, "a" + Long.MAX_VALUE, "a5"))
        .containsExactly(
            "main a" + Long.MIN_VALUE + " @ 0",
            "gaps " + gap(Long.MIN_VALUE + 1, Long.MAX_VALUE, -2, false) + " @ 1",
            "main a" + Long.MAX_VALUE + " @ 1",
            "gaps " + gap(Long.MIN_VALUE, 5, 0, true) + " @ 2",
            "main a5 @ 2");
  }

  @Test
  void makesTheRecordOfAGapAsItIsToldTo() throws Exception {
    Sameness<String> sameness =
        Sameness.of(
            Types.STRING,
            events ->
                DetectGaps.on(
                    events.keyBy(event -> event.substring(0, 1), Types.STRING),
                    DetectGapsTest::number,
                    (gap, event) -> event + " after " + (gap.expected() - 1),
                    Types.STRING,
                    KeyedSettings.EVENT_TIME,
                    "lost"));

    assertThat(sameness.run(events("a1", "a3")))
        .containsExactly("main a1 @ 0", "gaps a3 after 1 @ 1", "main a3 @ 1");
  }

  @Test
  void answersTheSameHoweverItIsRun() throws Exception {
    Random random = new Random(11);
    String[] events =
        IntStream.range(0, 60)
            .mapToObj(i -> "abc".charAt(random.nextInt(3)) + "" + (i / 4 + random.nextInt(4)))
            .toArray(String[]::new);

    sameness().check(events(events));
  }

  @Test
  void emitsGapsUnderASerializerThatDescribesItself() {
    assertThat(Gap.type(Types.STRING)).isInstanceOf(PojoTypeInfo.class);
  }

  private static List<String> run(String... events) throws Exception {
    return sameness().run(events(events));
  }

  private static Sameness<String> sameness() {
    return Sameness.of(Types.STRING, DetectGapsTest::detect);
  }

  private static DataStream<String> detect(DataStream<String> events) {
    return DetectGaps.on(
        events.keyBy(event -> event.substring(0, 1), Types.STRING),
        DetectGapsTest::number,
        KeyedSettings.EVENT_TIME,
        "lost");
  }

  private static long number(String event) {
    try {
      return Long.parseLong(event.substring(1));
    } catch (NumberFormatException e) {
      throw new InvalidEventException("Invalid number: " + event);
    }
  }

  private static Gap<String> gap(long expected, long got, long missing, boolean duplicate) {
    return new Gap<>("a", expected, got, missing, duplicate);
  }

  private static List<Timed<String>> events(String... values) {
    return LongStream.range(0, values.length)
        .mapToObj(i -> new Timed<>(values[(int) i], i))
        .toList();
  }
}
