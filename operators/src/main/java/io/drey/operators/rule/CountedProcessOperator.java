// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.rule;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Runs a stateless function, with the metrics of {@link KeyedRuleOperator}. */
public final class CountedProcessOperator<I, O> extends ProcessOperator<I, O> {
  private static final long serialVersionUID = 1L;

  private final String step;
  private final Rejection<I> rejection;

  @SuppressWarnings("NullAway.Init") // in open
  private transient Counter eventsIn;

  private CountedProcessOperator(
      ProcessFunction<I, O> function, TypeInformation<I> type, String step) {
    super(function);
    this.step = step;
    this.rejection = new Rejection<>(type);
  }

  /**
   * Attaches a function to a stream, at the stream's parallelism.
   *
   * @param uid of the operator, and the step of its metrics
   */
  public static <I, O> SingleOutputStreamOperator<O> on(
      DataStream<I> events, ProcessFunction<I, O> function, TypeInformation<O> type, String uid) {
    return Subtasks.ofInput(
        events,
        events
            .transform(
                Uids.unused(uid, events.getExecutionEnvironment()),
                type,
                new CountedProcessOperator<>(function, events.getType(), uid))
            .uid(uid));
  }

  @Override
  public void open() throws Exception {
    StepMetrics metrics = new StepMetrics(getMetricGroup(), step);
    eventsIn = metrics.eventsIn();
    output = new CountingOutput<>(output, metrics);
    super.open();
  }

  @Override
  public void processElement(StreamRecord<I> element) throws Exception {
    eventsIn.inc();
    try {
      super.processElement(element);
    } catch (InvalidEventException e) {
      rejection.reject(element, e, output);
    }
  }
}
