package io.drey.operators.rule;

import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Runs a stateless function and counts like {@link KeyedRuleOperator}. */
public final class CountedProcessOperator<I, O> extends ProcessOperator<I, O> {
  private static final long serialVersionUID = 1L;

  private final String step;

  @SuppressWarnings("NullAway.Init") // in open
  private transient Counter eventsIn;

  /**
   * @param step the step the counts belong to, its uid
   */
  public CountedProcessOperator(ProcessFunction<I, O> function, String step) {
    super(function);
    this.step = step;
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
    super.processElement(element);
  }
}
