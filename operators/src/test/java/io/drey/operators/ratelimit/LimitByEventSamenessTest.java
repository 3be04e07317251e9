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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Limits of events answer as the rule over lists does, however they are run. */
class LimitByEventSamenessTest {
  private static final Duration PER = Duration.ofMillis(70);
  private static final int OUT_OF_ORDERNESS = 50;

  static Stream<EventLimitOptions> options() {
    return Stream.of(
        EventLimitOptions.forever(),
        EventLimitOptions.fixedWindow(PER),
        EventLimitOptions.slidingWindow(PER),
        EventLimitOptions.tokenBucket(PER));
  }

  @ParameterizedTest
  @MethodSource("options")
  void answersAsTheReferenceHoweverItIsRun(EventLimitOptions options) throws Exception {
    Sameness<String> sameness =
        Sameness.of(
                Types.STRING,
                events ->
                    LimitRate.byEvent(
                        EventLines.keyed(events), EventLines.LIMITS, options, "limit"))
            .outOfOrderness(OUT_OF_ORDERNESS);
    for (int seed = 0; seed < 10; seed++) {
      List<Timed<String>> input = arrivals(new Random(seed), 80);

      assertThat(sameness.run(input))
          .as("seed %s", seed)
          .containsExactlyElementsOf(new SequentialEventLimits(options).run(input));
    }
    (options.per() == null ? sameness : sameness.freeingState()).check(arrivals(new Random(0), 60));
  }

  private static List<Timed<String>> arrivals(Random random, int count) {
    List<Timed<String>> events = new ArrayList<>();
    long latest = 0;
    for (int i = 0; i < count; i++) {
      long time = latest + random.nextInt(30) - random.nextInt(OUT_OF_ORDERNESS / 2);
      latest = Math.max(latest, time);
      String burst = random.nextInt(3) == 0 ? "/" + random.nextInt(4) : "";
      String limit = random.nextInt(20) == 0 ? "" : ":" + random.nextInt(5) + burst;
      events.add(new Timed<>("abc".charAt(random.nextInt(3)) + "" + i + limit, time));
    }
    return events;
  }
}
