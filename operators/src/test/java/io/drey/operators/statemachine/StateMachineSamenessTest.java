// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.statemachine;

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

/** The answer of the state machine is the sequential reference's, however it is run. */
class StateMachineSamenessTest {
  private static final int OUT_OF_ORDERNESS = 150;

  static Stream<StateMachineOptions> options() {
    return Stream.of(
        StateMachineOptions.of(rules().build()),
        StateMachineOptions.of(timed().build()),
        StateMachineOptions.of(timed().resettingOnViolation().build()),
        StateMachineOptions.of(timed().when("B", "*", "C").build()).emitting(Emit.TRANSITIONS),
        StateMachineOptions.of(timed().timeout("*", Duration.ofMillis(90), "END").build())
            .emitting(Emit.VIOLATIONS));
  }

  @ParameterizedTest
  @MethodSource("options")
  void answersAsTheReferenceHoweverItIsRun(StateMachineOptions options) throws Exception {
    for (int seed = 0; seed < 2; seed++) {
      List<Timed<String>> input = arrivals(new Random(seed), 40);
      Sameness<String> sameness =
          TestingMachines.sameness(options).outOfOrderness(OUT_OF_ORDERNESS);

      assertThat(sameness.run(input))
          .as("seed %s", seed)
          .containsExactlyInAnyOrderElementsOf(new SequentialStateMachine(options).run(input));
      (options.definition().isBounded() ? sameness.freeingState() : sameness).check(input);
    }
  }

  private static StateMachineBuilder rules() {
    return StateMachineDefinition.startingIn("A")
        .when("A", "x", "B")
        .when("B", "x", "B")
        .when("B", "y", "C")
        .when("C", "x", "A")
        .when("C", "i", "B")
        .when("C", "y", "END")
        .when("*", "z", "END")
        .ignoring("i")
        .endingIn("END");
  }

  /** B runs out to C, which runs out to an end sooner. */
  private static StateMachineBuilder timed() {
    return rules()
        .timeout("B", Duration.ofMillis(120), "C")
        .timeout("C", Duration.ofMillis(40), "END");
  }

  private static List<Timed<String>> arrivals(Random random, int count) {
    String[] symbols = {"x", "x", "x", "y", "y", "i", "i", "v", "z"};
    List<Timed<String>> events = new ArrayList<>();
    long latest = 0;
    for (int i = 0; i < count; i++) {
      long time = latest + random.nextInt(120) - random.nextInt(OUT_OF_ORDERNESS);
      time = Math.max(time, latest - OUT_OF_ORDERNESS);
      latest = Math.max(latest, time);
      String symbol = symbols[random.nextInt(symbols.length)];
      events.add(new Timed<>("k" + random.nextInt(3) + "-" + i + ":" + symbol, time));
    }
    return events;
  }
}
