// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import java.time.Duration;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;

/** A job that is not Drey's, with states of every kind. */
public final class SampleJob {
  public static final int KEYS = 40;
  public static final int RULES = 3;

  private SampleJob() {}

  /** Builds the job. */
  public static void build(StreamExecutionEnvironment environment) {
    build(environment, KEYS, RULES);
  }

  /** Builds the same job, to which nothing happens. */
  public static void buildQuiet(StreamExecutionEnvironment environment) {
    build(environment, 0, 0);
  }

  @SuppressWarnings("deprecation") // see EmitOnce
  private static void build(StreamExecutionEnvironment environment, int keys, int rules) {
    DataStream<Long> numbers =
        environment.addSource(new EmitOnce(keys, 0), Types.LONG).uid("numbers").name("Numbers");
    numbers
        .keyBy(i -> "key-" + i, Types.STRING)
        .process(new ManyStates())
        .returns(Types.LONG)
        .uid("many-states")
        .name("Many states")
        .sinkTo(new DiscardingSink<>());
    numbers
        .rebalance()
        .connect(
            environment
                .addSource(new EmitOnce(rules, 0), Types.LONG)
                .uid("rule-numbers")
                .broadcast(SubtaskStates.RULES))
        .process(new SubtaskStates())
        .uid("subtask-states")
        .sinkTo(new DiscardingSink<>());
    numbers
        .keyBy(i -> i % 4, Types.LONG)
        .window(TumblingEventTimeWindows.of(Duration.ofHours(1)))
        .reduce(Long::sum)
        .uid("windows")
        .name("Windows")
        .sinkTo(new DiscardingSink<>());
  }
}
