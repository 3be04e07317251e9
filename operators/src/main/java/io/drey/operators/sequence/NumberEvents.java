// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sequence;

import io.drey.operators.rule.InvalidEventException;
import io.drey.operators.rule.KeyedRule;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Assigns the next number to each event of a key; see {@link Sequence}. */
final class NumberEvents<K, T, R> extends KeyedRule<K, T, R> {
  private static final long serialVersionUID = 1L;

  private final long start;
  private final Numbering<T, R> numbering;

  private transient ValueState<Long> lastNumber;

  NumberEvents(long start, Numbering<T, R> numbering) {
    this.start = start;
    this.numbering = numbering;
  }

  @Override
  public void open(OpenContext openContext) {
    lastNumber = getRuntimeContext().getState(SequenceState.lastNumber());
  }

  @Override
  public void processElement(T event, Context ctx, Collector<R> out) throws Exception {
    long number = after(lastNumber.value());
    R numbered = numbering.number(event, number);
    lastNumber.update(number);
    out.collect(numbered);
  }

  private long after(@Nullable Long last) {
    if (last == null) {
      return start;
    }
    if (last == Long.MAX_VALUE) {
      throw new InvalidEventException("Cannot number event: the last number was " + last);
    }
    return last + 1;
  }

  @Override
  protected Class<?> states() {
    return SequenceState.class;
  }

  @Override
  protected boolean isLive() throws Exception {
    return lastNumber.value() != null;
  }

  @Override
  protected void evict(TimerService timers) {
    lastNumber.clear();
  }
}
