// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step;

import io.drey.jobs.stream.NamedStreams;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import io.drey.operators.rule.CountedProcessOperator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.OutputTag;

/** Chains a stateless function to the operator before it, since only a key needs an exchange. */
public final class Stateless {
  private Stateless() {}

  public static NamedStreams apply(
      ProcessFunction<Event, Event> function,
      List<String> outputs,
      DataStream<Event> input,
      StepContext context) {
    return named(
        CountedProcessOperator.on(input, function, EventTypeInfo.STREAM, context.id()), outputs);
  }

  /** The streams of an operator with these side outputs. */
  public static NamedStreams named(SingleOutputStreamOperator<Event> main, List<String> outputs) {
    Map<String, DataStream<Event>> named = new LinkedHashMap<>();
    for (String output : outputs) {
      named.put(output, main.getSideOutput(new OutputTag<>(output, EventTypeInfo.STREAM)));
    }
    return new NamedStreams(main, named);
  }
}
