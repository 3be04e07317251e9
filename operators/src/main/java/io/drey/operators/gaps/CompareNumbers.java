// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.gaps;

import io.drey.operators.rule.KeyedRule;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Compares the number of each event with the greatest so far; see {@link DetectGaps}. */
final class CompareNumbers<K, T, G> extends KeyedRule<K, T, T> {
  private static final long serialVersionUID = 1L;

  private final NumberOf<T> number;
  private final GapFunction<K, T, G> gap;
  private final OutputTag<G> gaps;

  private transient ValueState<Long> greatest;

  CompareNumbers(NumberOf<T> number, GapFunction<K, T, G> gap, OutputTag<G> gaps) {
    this.number = number;
    this.gap = gap;
    this.gaps = gaps;
  }

  @Override
  public void open(OpenContext openContext) {
    greatest = getRuntimeContext().getState(DetectGapsState.greatestNumber());
  }

  @Override
  public void processElement(T event, Context ctx, Collector<T> out) throws Exception {
    long got = number.of(event);
    Long last = greatest.value();
    // Subtract from the number rather than add to the last one, which may be the greatest long.
    if (last != null && (got <= last || got - 1 != last)) {
      ctx.output(gaps, gap.of(Gap.of(ctx.getCurrentKey(), last, got), event));
    }
    if (last == null || got > last) {
      greatest.update(got);
    }
    out.collect(event);
  }

  @Override
  protected Class<?> states() {
    return DetectGapsState.class;
  }

  @Override
  protected boolean isLive() throws Exception {
    return greatest.value() != null;
  }

  @Override
  protected void evict(TimerService timers) {
    greatest.clear();
  }
}
