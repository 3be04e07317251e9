// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.sameness.Sameness;
import io.drey.operators.sameness.Timed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The answer of rate-limit is the sequential reference's, however it is run. */
class LimitRateSamenessTest {
  private static final Duration PER = Duration.ofMillis(70);
  private static final int OUT_OF_ORDERNESS = 50;

  static Stream<RateLimitOptions> options() {
    return Stream.of(
        RateLimitOptions.forever(3),
        RateLimitOptions.fixedWindow(2, PER),
        RateLimitOptions.slidingWindow(1, PER),
        RateLimitOptions.slidingWindow(2, PER),
        RateLimitOptions.tokenBucket(3, PER, 3),
        RateLimitOptions.tokenBucket(3, PER, 1));
  }

  static Stream<RateLimitOptions> numbered() {
    return Stream.of(RateLimitOptions.forever(3), RateLimitOptions.fixedWindow(2, PER));
  }

  @ParameterizedTest
  @MethodSource("options")
  void answersAsTheReferenceHoweverItIsRun(RateLimitOptions options) throws Exception {
    List<Timed<String>> input = arrivals(new Random(1), 60, 4, 30);
    Sameness<String> sameness =
        Sameness.of(Types.STRING, events -> LimitRate.on(keyed(events), options, "limit"));

    check(sameness.outOfOrderness(OUT_OF_ORDERNESS), options, false, input);
  }

  @ParameterizedTest
  @MethodSource("numbered")
  void numbersAsTheReferenceHoweverItIsRun(RateLimitOptions options) throws Exception {
    Sameness<String> sameness =
        Sameness.of(
            Types.STRING,
            events ->
                LimitRate.numbering(
                    keyed(events),
                    options,
                    (event, number) -> event + "#" + number,
                    Types.STRING,
                    "limit"));
    List<Timed<String>> input = arrivals(new Random(5), 60, 4, 30);

    check(sameness.outOfOrderness(OUT_OF_ORDERNESS), options, true, input);
  }

  /** So many times of one key that they lie in blocks. */
  @Test
  void answersAsTheReferenceWithAGreatLimit() throws Exception {
    RateLimitOptions options = RateLimitOptions.slidingWindow(70, Duration.ofMillis(60));
    List<Timed<String>> input = arrivals(new Random(3), 180, 1, 2);
    Sameness<String> sameness =
        Sameness.of(Types.STRING, events -> LimitRate.on(keyed(events), options, "limit"));

    check(sameness.outOfOrderness(OUT_OF_ORDERNESS), options, false, input);
  }

  private static void check(
      Sameness<String> sameness,
      RateLimitOptions options,
      boolean numbers,
      List<Timed<String>> input)
      throws Exception {
    assertThat(sameness.run(input))
        .containsExactlyElementsOf(new SequentialRateLimit(options, numbers).run(input));
    (options.per() == null ? sameness : sameness.freeingState()).check(input);
  }

  private static KeyedStream<String, String> keyed(DataStream<String> events) {
    return events.keyBy(LimitRateSamenessTest::key, Types.STRING);
  }

  /** Values are {@code key-number}. */
  static String key(String value) {
    return value.substring(0, value.indexOf('-'));
  }

  private static List<Timed<String>> arrivals(Random random, int count, int keys, int step) {
    List<Timed<String>> events = new ArrayList<>();
    long latest = 0;
    for (int i = 0; i < count; i++) {
      long time = latest + random.nextInt(step) - random.nextInt(OUT_OF_ORDERNESS / 2);
      latest = Math.max(latest, time);
      events.add(new Timed<>("k" + random.nextInt(keys) + "-" + i, time));
    }
    return events;
  }
}
