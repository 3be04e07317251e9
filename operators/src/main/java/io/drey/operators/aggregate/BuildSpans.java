// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import io.drey.operators.aggregate.measure.PartialMeasure;
import io.drey.operators.aggregate.measure.TimedValue;
import io.drey.operators.rule.KeyedRule;
import io.drey.operators.rule.StepMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Holds the open span of each group; see {@link AggregateSpans}. An open span has one timer, at the
 * end of event time.
 */
final class BuildSpans<K, T, R> extends KeyedRule<K, T, R> {
  private static final long serialVersionUID = 1L;

  private final ArrayList<Measure<T, ?>> measures;
  private final SummarizeSpan<K, R> summarize;
  private final OutputTag<R> evicted;
  private final @Nullable ValueOf<T, String> value;
  private final long size;
  private final TimeDomain time;

  private transient ValueState<OpenSpan> span;
  private transient SkippedValues skipped;
  private transient @Nullable Object[] values;

  BuildSpans(
      List<Measure<T, ?>> measures,
      SpanOptions<T> options,
      SummarizeSpan<K, R> summarize,
      OutputTag<R> evicted) {
    this.measures = new ArrayList<>(measures);
    this.summarize = summarize;
    this.evicted = evicted;
    this.value = options.value();
    this.size = options.size() == null ? Long.MAX_VALUE : options.size();
    this.time = options.settings().time();
  }

  @Override
  public void open(OpenContext openContext) {
    span = getRuntimeContext().getState(AggregateState.span());
    StepMetrics metrics = new StepMetrics(getRuntimeContext().getMetricGroup(), step());
    skipped = new SkippedValues(metrics, measures);
    values = new Object[measures.size()];
  }

  @Override
  public void processElement(T event, Context ctx, Collector<R> out) throws Exception {
    long at = at(ctx);
    String common = value == null ? null : value.of(event);
    // read all values first: if one cannot be read, the event counts for no measure
    for (int i = 0; i < values.length; i++) {
      values[i] = measures.get(i).valueOf(event, at);
    }
    OpenSpan open = span.value();
    if (open == null) {
      ctx.timerService().registerEventTimeTimer(Long.MAX_VALUE);
      open = OpenSpan.begun(at, common);
    } else if (!Objects.equals(common, open.value())) {
      out.collect(closed(open));
      open = OpenSpan.begun(at, common);
    }
    measure(event, open.measures());
    save(open.with(at), ctx, out);
  }

  /** Events need no timestamps. */
  private long at(Context ctx) {
    return time == TimeDomain.EVENT_TIME && isMissing(ctx.timestamp())
        ? TimedValue.NO_TIME
        : timeOf(ctx, time);
  }

  private void measure(T event, Map<String, PartialMeasure> into) {
    for (int i = 0; i < values.length; i++) {
      Measure<T, ?> measure = measures.get(i);
      Object read = values[i];
      if (read != null) {
        into.merge(measure.id(), measure.partialOf(read), measure::merge);
      } else if (measure.skips(event)) {
        skipped.count(i);
      }
    }
  }

  private void save(OpenSpan open, Context ctx, Collector<R> out) throws Exception {
    if (open.count() < size) {
      span.update(open);
      return;
    }
    out.collect(closed(open));
    clear(ctx.timerService());
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext ctx, Collector<R> out) throws Exception {
    OpenSpan open = span.value();
    if (open == null) {
      return;
    }
    if (open.end() == TimedValue.NO_TIME) {
      out.collect(closed(open));
    } else {
      emitAt(open.end(), closed(open));
    }
    clear(ctx.timerService());
  }

  private R closed(OpenSpan open) {
    return summarize.summarize(currentKey(), open.span(), new Results(open.measures()));
  }

  @Override
  protected Class<?> states() {
    return AggregateState.class;
  }

  @Override
  protected boolean isLive() throws Exception {
    return span.value() != null;
  }

  @Override
  protected void evict(TimerService timers) throws Exception {
    emitNow(evicted, closed(Objects.requireNonNull(span.value(), "span")));
    clear(timers);
  }

  private void clear(TimerService timers) {
    span.clear();
    timers.deleteEventTimeTimer(Long.MAX_VALUE);
  }
}
