// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.rule;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.operators.aggregate.Aggregate;
import io.drey.operators.aggregate.AggregateOptions;
import io.drey.operators.aggregate.Measure;
import io.drey.operators.batch.Batch;
import io.drey.operators.batch.BatchOptions;
import io.drey.operators.correlate.Correlate;
import io.drey.operators.correlate.CorrelateOptions;
import io.drey.operators.correlate.Exchange;
import io.drey.operators.deduplicate.Deduplicate;
import io.drey.operators.deduplicate.DeduplicateOptions;
import io.drey.operators.order.OrderByTime;
import io.drey.operators.ratelimit.LimitRate;
import io.drey.operators.ratelimit.RateLimitOptions;
import io.drey.operators.sessionize.Sessionize;
import io.drey.operators.sessionize.SessionizeOptions;
import io.drey.operators.stateful.Stateful;
import io.drey.operators.stateful.StatefulOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a Flink job is told that attaches an operator wrongly. */
@Timeout(120)
class AttachingITCase {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Attaches an operator to a stream. */
  interface Attaching {
    DataStream<?> attach(KeyedStream<String, String> events, String uid);
  }

  private static final Map<String, Attaching> TIMED =
      Map.of(
          "deduplicate",
          (events, uid) -> Deduplicate.on(events, DeduplicateOptions.within(SECOND), uid),
          "limit-rate",
          (events, uid) -> LimitRate.on(events, RateLimitOptions.fixedWindow(1, SECOND), uid),
          "sessionize",
          (events, uid) -> Sessionize.on(events, SessionizeOptions.usual(), uid),
          "batch",
          (events, uid) ->
              Batch.on(events, new BatchOptions(2, SECOND, KeyedSettings.EVENT_TIME), uid),
          "correlate",
          (events, uid) ->
              Correlate.on(
                  events,
                  Exchange.of(event -> true, event -> true, (asked, answer, millis) -> asked),
                  CorrelateOptions.within(SECOND),
                  Types.STRING,
                  uid),
          "order",
          (events, uid) -> OrderByTime.on(events, (event, millis) -> null, uid, uid),
          "aggregate",
          (events, uid) ->
              Aggregate.on(
                      events,
                      event -> event,
                      Types.STRING,
                      List.of(Measure.count("n")),
                      AggregateOptions.every(SECOND),
                      (group, window, results) -> group,
                      Types.STRING,
                      uid)
                  .results(),
          "stateful",
          (events, uid) ->
              Stateful.on(
                  events,
                  (event, seen, ctx) -> seen,
                  Types.POJO(Seen.class),
                  StatefulOptions.within(SECOND),
                  Types.STRING,
                  uid));

  /** State of a function. */
  public static final class Seen {
    public int times;
  }

  static List<String> timed() {
    return TIMED.keySet().stream().sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("timed")
  void namesTheStepWhoseEventsHaveNoTimestamps(String operator) {
    StreamExecutionEnvironment env = environment();
    attach(operator, env, "my-" + operator).sinkTo(new DiscardingSink<>());

    assertThatThrownBy(env::execute)
        .rootCause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Cannot run 'my-"
                + operator
                + "' in event time: an event has no timestamp (call assignTimestampsAndWatermarks"
                + " with a WatermarkStrategy on its stream, or take KeyedSettings.PROCESSING_TIME)");
  }

  @ParameterizedTest
  @MethodSource("timed")
  void refusesAUidOfAnotherOperator(String operator) {
    StreamExecutionEnvironment env = environment();
    attach(operator, env, "twice");

    assertThatThrownBy(() -> attach(operator, env, "twice"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid uid: must be unique in the job but was 'twice' twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void refusesAUidThatIsNone(String uid) {
    timed()
        .forEach(
            operator ->
                assertThatThrownBy(() -> attach(operator, environment(), uid))
                    .hasMessage(
                        "Invalid uid: must be a name that stays the same, under which state is"
                            + " found again, but was '"
                            + uid
                            + "'"));
  }

  @Test
  void needsNoTimestampsWithoutATtl() {
    StreamExecutionEnvironment env = environment();
    Deduplicate.on(events(env), DeduplicateOptions.forever(), "first")
        .sinkTo(new DiscardingSink<>());

    assertThatCode(env::execute).doesNotThrowAnyException();
  }

  private static DataStream<?> attach(String operator, StreamExecutionEnvironment env, String uid) {
    return Objects.requireNonNull(TIMED.get(operator)).attach(events(env), uid);
  }

  private static KeyedStream<String, String> events(StreamExecutionEnvironment env) {
    return env.fromData("a", "b").keyBy(event -> event);
  }

  private static StreamExecutionEnvironment environment() {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.setParallelism(1);
    return env;
  }
}
