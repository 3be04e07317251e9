// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.script;

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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The answer of a program is the sequential reference's, however it is run. */
class ScriptSamenessTest {
  private static final int OUT_OF_ORDERNESS = 150;

  static Stream<Arguments> variants() {
    ScriptOptions forever = ScriptOptions.forever();
    ScriptOptions expiring = ScriptOptions.expiring(Duration.ofMillis(200));
    return Stream.of(
        Arguments.of(Commands.PLAIN, forever),
        Arguments.of(Commands.PLAIN, expiring),
        Arguments.of(Commands.BEGINNING_AND_ENDING, forever),
        Arguments.of(Commands.BEGINNING_AND_ENDING, expiring));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void answersAsTheReferenceHoweverItIsRun(
      Program<String, String, String> program, ScriptOptions options) throws Exception {
    boolean isFreed = program.end() != null || options.ttl() != null;
    for (int seed = 0; seed < 3; seed++) {
      List<Timed<String>> input = arrivals(new Random(seed), 50);
      Sameness<String> sameness =
          Sameness.of(Types.STRING, events -> Commands.attach(events, program, options))
              .outOfOrderness(OUT_OF_ORDERNESS);

      assertThat(sameness.run(input))
          .as("seed %s", seed)
          .containsExactlyInAnyOrderElementsOf(new SequentialScript(program, options).run(input));
      (isFreed ? sameness.freeingState() : sameness).check(input);
    }
  }

  private static List<Timed<String>> arrivals(Random random, int count) {
    List<Timed<String>> events = new ArrayList<>();
    long latest = 0;
    for (int i = 0; i < count; i++) {
      long time = latest + random.nextInt(120) - random.nextInt(OUT_OF_ORDERNESS);
      time = Math.max(time, latest - OUT_OF_ORDERNESS);
      latest = Math.max(latest, time);
      StringBuilder event =
          new StringBuilder("k" + random.nextInt(3) + " ").append(command(random));
      for (int more = random.nextInt(4); more > 0; more--) {
        event.append("; ").append(command(random));
      }
      events.add(new Timed<>(event.toString(), time));
    }
    return events;
  }

  private static String command(Random random) {
    String name = "n" + random.nextInt(3);
    return switch (random.nextInt(16)) {
      case 0, 1, 2, 3 -> "put " + name + " " + random.nextInt(100);
      case 4, 5 -> "remove " + name;
      case 6 -> "clear";
      case 7 -> "fail";
      case 8, 9 -> "size";
      case 10 -> "names";
      case 11 -> "has " + name;
      default -> "get " + name;
    };
  }
}
