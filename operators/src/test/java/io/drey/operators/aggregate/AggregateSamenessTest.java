// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.sameness.Sameness;
import io.drey.operators.sameness.Shuffles;
import io.drey.operators.sameness.Timed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The answer of aggregate is the sequential reference's, however it is run. */
class AggregateSamenessTest {
  private static final int OUT_OF_ORDERNESS = 150;

  static Stream<AggregateOptions> options() {
    return Stream.of(
        Scores.EVERY_100,
        AggregateOptions.every(Duration.ofMillis(333)),
        AggregateOptions.atTheEnd());
  }

  @ParameterizedTest
  @MethodSource("options")
  void answersAsTheReferenceHoweverItIsRun(AggregateOptions options) throws Exception {
    for (int seed = 0; seed < 2; seed++) {
      Random random = new Random(seed);
      List<Timed<String>> input = Shuffles.within(OUT_OF_ORDERNESS, events(random, 40), random);
      Sameness<String> sameness =
          Sameness.of(Types.STRING, stream -> Scores.aggregate(stream, options).results())
              .outOfOrderness(OUT_OF_ORDERNESS)
              .freeingState();

      assertThat(sameness.run(input))
          .as("seed %s", seed)
          .containsExactlyInAnyOrderElementsOf(new SequentialAggregate(options).run(input));
      sameness.check(input);
    }
  }

  private static List<Timed<String>> events(Random random, int count) {
    List<Timed<String>> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String score = random.nextInt(5) == 0 ? "" : random.nextInt(900) / 10.0 + "";
      events.add(new Timed<>("g" + random.nextInt(3) + ":" + score, random.nextInt(1500) - 500));
    }
    return events;
  }
}
