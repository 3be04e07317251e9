// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.stateful;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.sameness.Sameness;
import io.drey.operators.sameness.Timed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a function with timers is called with depends on its events alone, however it is run. */
class StatefulSamenessTest {
  private static final int OUT_OF_ORDERNESS = 150;

  static Stream<StatefulOptions> options() {
    return Stream.of(
        StatefulOptions.forever(),
        // between its two timers, upon one of them, and behind both
        StatefulOptions.within(Duration.ofMillis(60)),
        StatefulOptions.within(Duration.ofMillis(70)),
        StatefulOptions.within(Duration.ofMillis(400)));
  }

  @ParameterizedTest
  @MethodSource("options")
  void answersAsTheReferenceHoweverItIsRun(StatefulOptions options) throws Exception {
    for (int seed = 0; seed < 3; seed++) {
      List<Timed<String>> input = arrivals(new Random(seed), 40);
      Sameness<String> sameness =
          TestingStateful.of(new Reminder(), options).outOfOrderness(OUT_OF_ORDERNESS);

      assertThat(sameness.run(input))
          .as("seed %s", seed)
          .containsExactlyInAnyOrderElementsOf(
              new SequentialReminder(options.ttlMillis()).run(input));
      (options.ttl() == null ? sameness : sameness.freeingState()).check(input);
    }
  }

  @ParameterizedTest
  @MethodSource("options")
  void keepsTheSameStateWithoutTimers(StatefulOptions options) throws Exception {
    List<Timed<String>> input = arrivals(new Random(7), 40);
    Sameness<String> sameness =
        TestingStateful.of(new Counting(), options).outOfOrderness(OUT_OF_ORDERNESS);

    (options.ttl() == null ? sameness : sameness.freeingState()).check(input);
  }

  private static List<Timed<String>> arrivals(Random random, int count) {
    List<Timed<String>> events = new ArrayList<>();
    long latest = 0;
    for (int i = 0; i < count; i++) {
      long time = latest + random.nextInt(60) - random.nextInt(OUT_OF_ORDERNESS) / 4;
      time = Math.max(time, latest - OUT_OF_ORDERNESS);
      latest = Math.max(latest, time);
      events.add(new Timed<>((char) ('a' + random.nextInt(3)) + "-" + i, time));
    }
    return events;
  }
}
