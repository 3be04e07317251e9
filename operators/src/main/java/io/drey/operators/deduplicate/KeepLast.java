// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.deduplicate;

import io.drey.operators.internal.DeadlineTimer;
import io.drey.operators.internal.Instants;
import io.drey.operators.internal.StateForm;
import io.drey.operators.rule.KeyedRule;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Holds the newest event of a run until the run ends; see {@link Deduplicate}. */
final class KeepLast<K, T> extends KeyedRule<K, T, T> {
  private static final long serialVersionUID = 1L;

  private final DeduplicateOptions options;
  private final StateForm<T> form;
  private final OutputTag<T> duplicates;
  private final OutputTag<T> evicted;
  private final DeadlineTimer timer;
  private final long ttl;

  private transient ValueState<Long> runAt;
  private transient ValueState<T> newest;
  private transient ValueState<Long> newestAt;

  KeepLast(DeduplicateOptions options, TypeInformation<T> type) {
    this.options = options;
    this.form = StateForm.of(type);
    this.duplicates = Deduplicate.duplicates(type);
    this.evicted = Deduplicate.evicted(type);
    this.timer = new DeadlineTimer(options.time());
    this.ttl = options.ttlMillis();
  }

  @Override
  public void open(OpenContext openContext) {
    runAt = getRuntimeContext().getState(DeduplicateState.runAt());
    newest = getRuntimeContext().getState(DeduplicateState.newest(form.stateType()));
    newestAt = getRuntimeContext().getState(DeduplicateState.newestAt());
  }

  @Override
  public void processElement(T event, Context ctx, Collector<T> out) throws Exception {
    long time = timeOf(ctx, options.time());
    Long seen = runAt.value();
    if (seen == null) {
      openRun(event, time, ctx);
    } else if (Instants.areWithin(seen, time, ttl)) {
      join(event, time, seen, ctx);
    } else if (time < seen) {
      out.collect(event);
    } else {
      emitAt(Instants.plus(seen, ttl), newest.value());
      openRun(event, time, ctx);
    }
  }

  private void openRun(T event, long time, Context ctx) throws Exception {
    runAt.update(time);
    store(event, time);
    // one timer per key: if the run was refreshed, it is set again when it fires
    timer.set(ctx.timerService(), Instants.plus(time, ttl));
  }

  private void join(T event, long time, long seen, Context ctx) throws Exception {
    if (options.refresh() && time > seen) {
      runAt.update(time);
    }
    if (time < newestAt.value()) {
      ctx.output(duplicates, event);
      return;
    }
    ctx.output(duplicates, newest.value());
    store(event, time);
  }

  private void store(T event, long time) throws Exception {
    newest.update(form.slim(event));
    newestAt.update(time);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext ctx, Collector<T> out) throws Exception {
    Long seen = runAt.value();
    if (seen == null) {
      return;
    }
    long deadline = Instants.plus(seen, ttl);
    if (deadline > timestamp) {
      timer.set(ctx.timerService(), deadline);
      return;
    }
    emitAt(deadline, newest.value());
    clear(ctx.timerService());
  }

  @Override
  protected Class<?> states() {
    return DeduplicateState.class;
  }

  @Override
  protected boolean isLive() throws Exception {
    return runAt.value() != null;
  }

  @Override
  protected void evict(TimerService timers) throws Exception {
    emitNow(evicted, newest.value());
    timer.unset(timers, Instants.plus(runAt.value(), ttl));
    clear(timers);
  }

  private void clear(TimerService timers) {
    runAt.clear();
    newest.clear();
    newestAt.clear();
    timer.unsetEnd(timers);
  }
}
