package io.drey.operators.rule;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Runs a {@link KeyedRule} and counts, per step, what comes in and what leaves by each output. */
public final class KeyedRuleOperator<K, I, O> extends KeyedProcessOperator<K, I, O> {
  private static final long serialVersionUID = 1L;

  private final String step;

  @SuppressWarnings("NullAway.Init") // in open
  private transient Counter eventsIn;

  private KeyedRuleOperator(KeyedRule<K, I, O> rule, String step) {
    super(rule);
    this.step = step;
  }

  /**
   * Attaches a rule to a stream.
   *
   * @param uid of the operator, and the step that its counts belong to
   */
  public static <K, I, O> SingleOutputStreamOperator<O> on(
      KeyedStream<I, K> events, KeyedRule<K, I, O> rule, TypeInformation<O> type, String uid) {
    return events.transform(uid, type, new KeyedRuleOperator<>(rule, uid)).uid(uid);
  }

  @Override
  public void open() throws Exception {
    StepMetrics metrics = new StepMetrics(getMetricGroup(), step);
    eventsIn = metrics.eventsIn();
    output = new CountingOutput<>(output, metrics);
    ((KeyedRule<K, I, O>) userFunction).emitTo(output);
    super.open();
  }

  @Override
  public void processElement(StreamRecord<I> element) throws Exception {
    eventsIn.inc();
    super.processElement(element);
  }
}
