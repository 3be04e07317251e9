// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.operators.rule.InvalidEventException;
import io.drey.operators.sameness.Sameness;
import io.drey.operators.sameness.Timed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

class AggregateTest {
  @Test
  void measuresEachGroupOfEachWindowAtTheWindowsLastInstant() throws Exception {
    assertThat(
            sameness(Scores.EVERY_100)
                .run(List.of(at("a:1", 0), at("b:5", 10), at("a:2.50", 99), at("a:7", 100))))
        .containsExactlyInAnyOrder(
            "main a 0-100 2 2 3.5 2.5 [1, 2.50] @ 99",
            "main b 0-100 1 1 5 5 [5] @ 99",
            "main a 100-200 1 1 7 7 [7] @ 199");
  }

  @Test
  void countsEventsWithoutAValueForNothingElse() throws Exception {
    assertThat(sameness(Scores.EVERY_100).run(List.of(at("a:", 0), at("b:", 1), at("b:3", 2))))
        .containsExactlyInAnyOrder(
            "main a 0-100 1 0 null null [] @ 99", "main b 0-100 2 1 3 3 [3] @ 99");
  }

  @Test
  void emitsAWindowAsSoonAsTheWatermarkReachesItsLastInstant() throws Exception {
    assertThat(
            sameness(Scores.EVERY_100)
                .runWithWatermarks(
                    List.of(at("a:1", 0), at("a:2", 99), at("b:3", 100), at("c:4", 101))))
        .containsExactly(
            "main a 0-100 2 2 3 2 [1, 2] @ 99",
            "main b 100-200 1 1 3 3 [3] @ 199",
            "main c 100-200 1 1 4 4 [4] @ 199");
  }

  @Test
  void sendsAnEventWhoseWindowHasClosedToLate() throws Exception {
    assertThat(
            sameness(Scores.EVERY_100)
                .runWithWatermarks(
                    List.of(
                        at("a:1", 50), at("a:2", 99), at("a:3", 0), at("b:4", 100), at("a:5", 99))))
        .containsExactly(
            "main a 0-100 3 3 6 3 [1, 2, 3] @ 99",
            "late a:5 @ 99",
            "main b 100-200 1 1 4 4 [4] @ 199");
  }

  @Test
  void hasOneResultAtTheEndOfInputWithoutWindows() throws Exception {
    assertThat(
            sameness(AggregateOptions.atTheEnd())
                .runWithWatermarks(List.of(at("a:1", 5000), at("b:2", 0), at("a:3", 1))))
        .containsExactlyInAnyOrder(
            "main a  2 2 4 3 [1, 3] @ " + Long.MAX_VALUE,
            "main b  1 1 2 2 [2] @ " + Long.MAX_VALUE);
  }

  @Test
  void putsAsideWhatHasNoGroup() throws Exception {
    assertThat(sameness(Scores.EVERY_100).run(List.of(at("nothing", 3), at("a:1", 4))))
        .containsExactly("invalid nothing @ 3", "main a 0-100 1 1 1 1 [1] @ 99");
  }

  @Test
  void countsAnEventForNothingIfOneValueCannotBeTold() throws Exception {
    Measure<String, Long> events = Measure.count("events");
    Measure<String, BigDecimal> sum = Measure.sum("sum", AggregateTest::strictScore);
    Sameness<String> strict =
        Sameness.of(
            Types.STRING,
            stream ->
                Aggregate.on(
                        stream,
                        Scores::group,
                        Types.STRING,
                        List.of(events, sum),
                        Scores.EVERY_100,
                        (group, window, results) -> results.of(events) + " " + results.of(sum),
                        Types.STRING,
                        "strict")
                    .results());

    assertThat(strict.run(List.of(at("a:1", 0), at("a:x", 1), at("a:2", 2))))
        .containsExactly("invalid a:x @ 1", "main 2 3 @ 99");
  }

  private static BigDecimal strictScore(String event) {
    if (event.endsWith("x")) {
      throw new InvalidEventException("No score");
    }
    return Objects.requireNonNull(Scores.score(event));
  }

  @Test
  void holdsAtTheEndsOfTime() throws Exception {
    assertThat(
            sameness(Scores.EVERY_100)
                .run(List.of(at("a:1", Long.MIN_VALUE + 1), at("a:2", Long.MAX_VALUE))))
        .containsExactly(
            "main a "
                + Long.MIN_VALUE
                + "-"
                + (Long.MIN_VALUE + 8)
                + " 1 1 1 1 [1] @ "
                + (Long.MIN_VALUE + 7),
            "main a "
                + (Long.MAX_VALUE - 7)
                + "-"
                + Long.MAX_VALUE
                + " 1 1 2 2 [2] @ "
                + Long.MAX_VALUE);
  }

  @Test
  void measuresAllEventsAsOneGroup() throws Exception {
    Measure<String, Long> events = Measure.count("events");
    Sameness<String> whole =
        Sameness.of(
            Types.STRING,
            stream ->
                Aggregate.all(
                        stream,
                        List.of(events),
                        Scores.EVERY_100,
                        (group, window, results) -> group + results.of(events),
                        Types.STRING,
                        "events")
                    .results());

    assertThat(whole.run(List.of(at("a:1", 0), at("b:2", 1)))).containsExactly("main []2 @ 99");
  }

  @Test
  void attachesBothOperatorsUnderTheUid() {
    DataStream<String> events =
        StreamExecutionEnvironment.getExecutionEnvironment().fromData("a:1");

    Aggregated<String, String> aggregated = Scores.aggregate(events, Scores.EVERY_100);

    assertThat(aggregated.results().getTransformation().getUid()).isEqualTo("scores");
    assertThat(aggregated.late().getTransformation().getInputs().get(0).getUid())
        .isEqualTo("scores-local");
  }

  @Test
  void rejectsMeasuresThatCannotBeTold() {
    DataStream<String> events =
        StreamExecutionEnvironment.getExecutionEnvironment().fromData("a:1");

    assertThatThrownBy(() -> measured(events, List.of()))
        .hasMessage("Invalid measures: must be at least one but was none");
    assertThatThrownBy(
            () -> measured(events, List.of(Measure.count("n"), Measure.sum("n", Scores::score))))
        .hasMessage("Invalid measures: must have different names but was 'n' twice");
  }

  private static void measured(DataStream<String> events, List<Measure<String, ?>> measures) {
    Aggregate.all(events, measures, Scores.EVERY_100, Scores::summarize, Types.STRING, "scores");
  }

  private static Sameness<String> sameness(AggregateOptions options) {
    return Sameness.of(Types.STRING, stream -> Scores.aggregate(stream, options).results())
        .freeingState();
  }

  private static Timed<String> at(String value, long time) {
    return new Timed<>(value, time);
  }
}
