// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.batch;

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

/** The answer of batch is the sequential reference's, however it is run. */
class BatchSamenessTest {
  private static final int OUT_OF_ORDERNESS = 150;

  static Stream<BatchOptions> options() {
    return Stream.of(
        BatchOptions.ofSize(3),
        BatchOptions.ofSize(100).withTimeout(Duration.ofMillis(200)),
        BatchOptions.ofSize(3).withTimeout(Duration.ofMillis(200)));
  }

  @ParameterizedTest
  @MethodSource("options")
  void answersAsTheReferenceHoweverItIsRun(BatchOptions options) throws Exception {
    for (int seed = 0; seed < 2; seed++) {
      List<Timed<String>> input = arrivals(new Random(seed), 30);
      Sameness<String> sameness =
          BatchTest.batches(options).outOfOrderness(OUT_OF_ORDERNESS).freeingState();

      assertThat(sameness.run(input))
          .as("seed %s", seed)
          .containsExactlyInAnyOrderElementsOf(new SequentialBatch(options).run(input));
      sameness.check(input);
    }
  }

  private static List<Timed<String>> arrivals(Random random, int count) {
    List<Timed<String>> events = new ArrayList<>();
    long latest = 0;
    for (int i = 0; i < count; i++) {
      long time = latest + random.nextInt(160) - random.nextInt(OUT_OF_ORDERNESS);
      time = Math.max(time, latest - OUT_OF_ORDERNESS);
      latest = Math.max(latest, time);
      events.add(new Timed<>((char) ('a' + random.nextInt(3)) + "" + i, time));
    }
    return events;
  }
}
