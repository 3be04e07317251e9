// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.deduplicate;

import io.drey.operators.internal.DeadlineTimer;
import io.drey.operators.internal.Instants;
import io.drey.operators.internal.Routing;
import io.drey.operators.rule.KeyedRule;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** Passes the first event of a run at once and counts the others; see {@link Deduplicate}. */
final class CountDuplicates<K, T, R, C> extends KeyedRule<K, T, R> {
  private static final long serialVersionUID = 1L;

  private final DeduplicateOptions options;
  private final Marker<T, R> marker;
  private final Routing<R> routing;
  private final DuplicateCounts.CountRecord<K, C> record;
  private final OutputTag<C> counts;
  private final OutputTag<C> evicted;
  private final DeadlineTimer timer;
  private final long ttl;

  private transient ValueState<DuplicateRun> run;

  CountDuplicates(
      DeduplicateOptions options,
      Marker<T, R> marker,
      Routing<R> routing,
      DuplicateCounts<K, C> counts) {
    this.options = options;
    this.marker = marker;
    this.routing = routing;
    this.record = counts.record();
    this.counts = Deduplicate.counts(counts.type());
    this.evicted = Deduplicate.evicted(counts.type());
    this.timer = new DeadlineTimer(options.time());
    this.ttl = options.ttlMillis();
  }

  @Override
  public void open(OpenContext openContext) {
    run = getRuntimeContext().getState(DeduplicateState.duplicateRun());
  }

  @Override
  public void processElement(T event, Context ctx, Collector<R> out) throws Exception {
    long time = timeOf(ctx, options.time());
    DuplicateRun current = run.value();
    if (current != null && Instants.areWithin(current.seenAt(), time, ttl)) {
      run.update(current.with(time, options.refresh()));
      routing.divert(marker.mark(event, false), ctx, out);
      return;
    }
    if (current == null || time > current.seenAt()) {
      end(current);
      run.update(DuplicateRun.begin(time));
      // one timer per key: if the run was refreshed, it is set again when it fires
      timer.set(ctx.timerService(), Instants.plus(time, ttl));
    }
    out.collect(marker.mark(event, true));
  }

  private void end(@Nullable DuplicateRun ended) {
    if (ended != null && ended.duplicates() > 0) {
      emitAt(Instants.plus(ended.seenAt(), ttl), counts, record(ended));
    }
  }

  private C record(DuplicateRun ended) {
    return record.of(currentKey(), ended.first(), ended.last(), ended.duplicates());
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext ctx, Collector<R> out) throws Exception {
    DuplicateRun current = run.value();
    if (current == null) {
      return;
    }
    long deadline = Instants.plus(current.seenAt(), ttl);
    if (deadline > timestamp) {
      timer.set(ctx.timerService(), deadline);
      return;
    }
    end(current);
    clear(ctx.timerService());
  }

  @Override
  protected Class<?> states() {
    return DeduplicateState.class;
  }

  @Override
  protected boolean isLive() throws Exception {
    return run.value() != null;
  }

  @Override
  protected void evict(TimerService timers) throws Exception {
    DuplicateRun current = run.value();
    if (current.duplicates() > 0) {
      emitNow(evicted, record(current));
    }
    timer.unset(timers, Instants.plus(current.seenAt(), ttl));
    clear(timers);
  }

  private void clear(TimerService timers) {
    run.clear();
    timer.unsetEnd(timers);
  }
}
