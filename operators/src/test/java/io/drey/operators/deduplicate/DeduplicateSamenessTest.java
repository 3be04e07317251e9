// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.deduplicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.sameness.Sameness;
import io.drey.operators.sameness.Timed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The answer of deduplicate is the sequential reference's, however it is run. */
class DeduplicateSamenessTest {
  private static final Duration TTL = Duration.ofMillis(100);
  private static final int OUT_OF_ORDERNESS = 150;

  static Stream<DeduplicateOptions> options() {
    return Stream.of(
        DeduplicateOptions.forever(),
        DeduplicateOptions.within(TTL),
        DeduplicateOptions.within(TTL).refreshing(),
        DeduplicateOptions.within(TTL).keepingLast(),
        DeduplicateOptions.within(TTL).keepingLast().refreshing());
  }

  @ParameterizedTest
  @MethodSource("options")
  void answersAsTheReferenceHoweverItIsRun(DeduplicateOptions options) throws Exception {
    for (int seed = 0; seed < 2; seed++) {
      List<Timed<String>> input = arrivals(new Random(seed), 40);
      Sameness<String> sameness =
          Sameness.of(
                  Types.STRING,
                  events ->
                      Deduplicate.on(
                          events.keyBy(DeduplicateSamenessTest::key, Types.STRING),
                          options,
                          "first"))
              .outOfOrderness(OUT_OF_ORDERNESS);

      assertThat(sameness.run(input))
          .as("seed %s", seed)
          .containsExactlyInAnyOrderElementsOf(new SequentialDeduplicate(options).run(input));
      (options.ttl() == null ? sameness : sameness.freeingState()).check(input);
    }
  }

  /** Values are {@code key-number}. */
  static String key(String value) {
    return value.substring(0, value.indexOf('-'));
  }

  private static List<Timed<String>> arrivals(Random random, int count) {
    List<Timed<String>> events = new ArrayList<>();
    long latest = 0;
    for (int i = 0; i < count; i++) {
      long time = latest + random.nextInt(120) - random.nextInt(OUT_OF_ORDERNESS);
      time = Math.max(time, latest - OUT_OF_ORDERNESS);
      latest = Math.max(latest, time);
      events.add(new Timed<>("k" + random.nextInt(4) + "-" + i, time));
    }
    return events;
  }
}
