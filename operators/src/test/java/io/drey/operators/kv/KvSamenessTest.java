// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.sameness.Sameness;
import io.drey.operators.sameness.Shuffles;
import io.drey.operators.sameness.Timed;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The answers and changes of a store are the sequential reference's, however it is run. */
class KvSamenessTest {
  private static final int OUT_OF_ORDERNESS = RandomCommands.OUT_OF_ORDERNESS;
  private static final KvOptions LASTING = KvOptions.lasting().withMaxValueBytes(50);
  private static final KvOptions EXPIRING =
      KvOptions.expiring(Duration.ofMillis(200)).withMaxValueBytes(50);

  static Stream<Arguments> variants() {
    return Stream.of(
        Arguments.of(LASTING, false), Arguments.of(LASTING, true), Arguments.of(EXPIRING, true));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void answersAsTheReferenceHoweverItIsRun(KvOptions options, boolean expiring) throws Exception {
    Sameness<String> store = StoreRun.of(options).outOfOrderness(OUT_OF_ORDERNESS);
    for (int seed = 0; seed < 20; seed++) {
      List<Timed<String>> input = new RandomCommands(seed, expiring).arrivals(100);

      assertThat(store.run(input))
          .as("seed %s", seed)
          .containsExactlyInAnyOrderElementsOf(new SequentialStore(options).run(input));
    }
    (options.ttl() == null ? store : store.freeingState())
        .check(new RandomCommands(0, expiring).arrivals(40));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void answersInTheOrderOfTimeHoweverCommandsArrive(KvOptions options, boolean expiring)
      throws Exception {
    Sameness<String> store = ordered(options).outOfOrderness(OUT_OF_ORDERNESS);
    for (int seed = 0; seed < 10; seed++) {
      List<Timed<String>> sorted = sorted(new RandomCommands(seed, expiring).arrivals(60));

      assertThat(store.run(shuffled(sorted, seed)))
          .as("seed %s", seed)
          .containsExactlyInAnyOrderElementsOf(new SequentialStore(options).run(sorted));
    }
    // late commands leave the sorter on their routes, which depend on the parallelism
    store.checkWithin(shuffled(sorted(new RandomCommands(0, expiring).arrivals(40)), 0));
  }

  private static List<Timed<String>> sorted(List<Timed<String>> arrivals) {
    return arrivals.stream().sorted(Comparator.comparingLong(Timed::time)).toList();
  }

  private static List<Timed<String>> shuffled(List<Timed<String>> sorted, int seed) {
    return Shuffles.within(OUT_OF_ORDERNESS, sorted, new Random(seed));
  }

  private static Sameness<String> ordered(KvOptions options) {
    return Sameness.of(
        Types.STRING,
        lines -> CommandLines.attach(lines, options, (line, millis) -> null).answers());
  }
}
