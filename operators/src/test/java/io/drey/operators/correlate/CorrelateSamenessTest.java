// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.rule.KeyedSettings;
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

/** The answer of correlate is the sequential reference's, however it is run. */
class CorrelateSamenessTest {
  private static final int OUT_OF_ORDERNESS = 150;
  private static final String KINDS = "???!!!-";

  static Stream<CorrelateOptions> options() {
    return Stream.of(Duration.ZERO, Duration.ofMillis(30))
        .flatMap(
            skew ->
                Stream.of(
                    options(skew, RepeatRequest.REPLACE, Responses.ONE),
                    options(skew, RepeatRequest.KEEP, Responses.ONE),
                    options(skew, RepeatRequest.QUEUE, Responses.ONE),
                    options(skew, RepeatRequest.REPLACE, Responses.MANY)));
  }

  private static CorrelateOptions options(
      Duration skew, RepeatRequest repeatRequest, Responses responses) {
    return new CorrelateOptions(
        Duration.ofMillis(100), skew, repeatRequest, responses, KeyedSettings.EVENT_TIME);
  }

  @ParameterizedTest
  @MethodSource("options")
  void answersAsTheReferenceHoweverItIsRun(CorrelateOptions options) throws Exception {
    for (int seed = 0; seed < 2; seed++) {
      List<Timed<String>> input = arrivals(new Random(seed), 50);
      Sameness<String> sameness = correlate(options);

      assertThat(sameness.run(input))
          .as("seed %s", seed)
          .containsExactlyInAnyOrderElementsOf(new SequentialCorrelate(options).run(input));
      sameness.check(input);
    }
  }

  @ParameterizedTest
  @MethodSource("options")
  void answersAsTheReferenceOnManyInputs(CorrelateOptions options) throws Exception {
    Sameness<String> sameness = correlate(options);
    for (int seed = 100; seed < 160; seed++) {
      List<Timed<String>> input = arrivals(new Random(seed), 120);

      assertThat(sameness.runWithWatermarks(input))
          .as("seed %s", seed)
          .containsExactlyInAnyOrderElementsOf(new SequentialCorrelate(options).run(input));
    }
  }

  private static Sameness<String> correlate(CorrelateOptions options) {
    return Sameness.of(
            Types.STRING,
            events ->
                Correlate.on(
                    events.keyBy(TestingExchange::key, Types.STRING),
                    new TestingExchange(),
                    options,
                    Types.STRING,
                    Types.STRING,
                    "pair"))
        .outOfOrderness(OUT_OF_ORDERNESS)
        .freeingState();
  }

  private static List<Timed<String>> arrivals(Random random, int count) {
    List<Timed<String>> events = new ArrayList<>();
    long latest = 0;
    for (int i = 0; i < count; i++) {
      long time = latest + random.nextInt(110) - random.nextInt(OUT_OF_ORDERNESS);
      time = Math.max(time, latest - OUT_OF_ORDERNESS);
      latest = Math.max(latest, time);
      char key = (char) ('a' + random.nextInt(3));
      events.add(new Timed<>("" + key + KINDS.charAt(random.nextInt(KINDS.length())) + i, time));
    }
    return events;
  }
}
