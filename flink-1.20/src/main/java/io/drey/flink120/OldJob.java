// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.flink120;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.time.Time;

/** A job with states of every kind. */
final class OldJob {
  private static final int KEYS = 10;
  private static final int RULES = 2;

  /** How many sources there are. */
  static final int SOURCES = 2;

  private OldJob() {}

  static void build(StreamExecutionEnvironment environment) {
    build(environment, KEYS, RULES);
  }

  /** The same job, which receives nothing: it keeps what it is restored with. */
  static void buildQuiet(StreamExecutionEnvironment environment) {
    build(environment, 0, 0);
  }

  @SuppressWarnings("deprecation") // see EmitOnce
  private static void build(StreamExecutionEnvironment environment, int keys, int rules) {
    DataStream<Long> numbers = environment.addSource(new EmitOnce(keys), Types.LONG);
    numbers
        .keyBy(i -> "key-" + i, Types.STRING)
        .process(new KeyedStates())
        .returns(Types.LONG)
        .uid("keyed-states")
        .sinkTo(new DiscardingSink<>());
    numbers
        .keyBy(i -> i, Types.LONG)
        .process(new Baskets())
        .returns(Types.LONG)
        .uid("baskets")
        .sinkTo(new DiscardingSink<>());
    numbers
        .rebalance()
        .connect(
            environment.addSource(new EmitOnce(rules), Types.LONG).broadcast(SubtaskStates.RULES))
        .process(new SubtaskStates())
        .uid("subtask-states")
        .sinkTo(new DiscardingSink<>());
    numbers
        .keyBy(i -> i % 2, Types.LONG)
        .window(TumblingEventTimeWindows.of(Time.hours(1)))
        .reduce(Long::sum)
        .uid("windows")
        .sinkTo(new DiscardingSink<>());
  }
}
