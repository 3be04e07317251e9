// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sessionize;

import static io.drey.operators.sessionize.Visits.ANY;
import static io.drey.operators.sessionize.Visits.FROM_LOGIN;
import static io.drey.operators.sessionize.Visits.LOGIN_TO_LOGOUT;
import static io.drey.operators.sessionize.Visits.TO_LOGOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

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

/** The answer of sessionize is the sequential reference's, however it is run. */
class SessionizeSamenessTest {
  private static final int OUT_OF_ORDERNESS = 150;
  private static final List<String> KINDS = List.of("", "", "", "-login", "-logout");
  private static final SessionizeOptions GAP = SessionizeOptions.withGap(Duration.ofMillis(100));
  private static final SessionizeOptions LASTING =
      SessionizeOptions.usual().withMaxDuration(Duration.ofMillis(200));

  static Stream<Arguments> options() {
    return Stream.of(
        arguments("gap", GAP, ANY),
        arguments("gap, max-duration", GAP.withMaxDuration(Duration.ofMillis(180)), ANY),
        arguments("max-duration to logout", LASTING, TO_LOGOUT.keepingOpening(event -> event)),
        arguments("max-events", GAP.withMaxEvents(3), ANY.keepingNoEvents()),
        arguments("to logout", SessionizeOptions.usual(), TO_LOGOUT),
        arguments("from login", GAP, FROM_LOGIN.keeping(event -> event.substring(1))),
        arguments(
            "login to logout",
            GAP.withMaxDuration(Duration.ofMillis(250)).withMaxEvents(4),
            LOGIN_TO_LOGOUT));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("options")
  void answersAsTheReferenceHoweverItIsRun(
      String unused, SessionizeOptions options, SessionFunctions<String> functions)
      throws Exception {
    for (int seed = 0; seed < 2; seed++) {
      List<Timed<String>> input = arrivals(new Random(seed), 30);
      Sameness<String> sameness =
          Sameness.of(
                  Types.STRING,
                  events ->
                      Sessionize.on(
                          events.keyBy(Visits::key, Types.STRING),
                          options,
                          functions,
                          Visits::text,
                          Types.STRING,
                          "visits"))
              .outOfOrderness(OUT_OF_ORDERNESS)
              .freeingState();

      assertThat(sameness.run(input))
          .as("seed %s", seed)
          .containsExactlyInAnyOrderElementsOf(
              new SequentialSessionize(options, functions).run(input));
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
      char key = (char) ('a' + random.nextInt(4));
      events.add(new Timed<>(key + "" + i + KINDS.get(random.nextInt(KINDS.size())), time));
    }
    return events;
  }
}
