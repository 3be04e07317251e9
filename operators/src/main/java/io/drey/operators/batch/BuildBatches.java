// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.batch;

import io.drey.operators.internal.DeadlineTimer;
import io.drey.operators.internal.Instants;
import io.drey.operators.internal.StateForm;
import io.drey.operators.rule.KeyedRule;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Holds the open batch of each key; see {@link Batch}. An open batch has one timer. A timer that
 * fires early, since it was set for a batch that has ended meanwhile, is set again to the deadline.
 */
final class BuildBatches<K, T, R> extends KeyedRule<K, T, R> {
  private static final long serialVersionUID = 1L;

  private final BatchResult<K, T, R> result;
  private final StateForm<T> form;
  private final OutputTag<R> evicted;
  private final int size;
  private final boolean timed;
  private final long timeout;
  private final TimeDomain time;
  private final DeadlineTimer timer;

  private transient ValueState<OpenBatch> batch;
  private transient ListState<T> events;

  BuildBatches(
      BatchOptions options,
      BatchResult<K, T, R> result,
      TypeInformation<T> type,
      TypeInformation<R> resultType) {
    this.result = result;
    this.form = StateForm.of(type);
    this.evicted = Batch.evicted(resultType);
    this.size = options.size();
    this.timed = options.timeout() != null;
    this.timeout = options.timeoutMillis();
    this.time = options.settings().time();
    this.timer = new DeadlineTimer(time);
  }

  @Override
  public void open(OpenContext openContext) {
    batch = getRuntimeContext().getState(BatchState.batch());
    events = getRuntimeContext().getListState(BatchState.events(form.stateType()));
  }

  @Override
  public void processElement(T event, Context ctx, Collector<R> out) throws Exception {
    long at = at(ctx);
    OpenBatch open = batch.value();
    if (open == null) {
      events.add(form.slim(event));
      save(begun(at, ctx.timerService()), ctx, out);
    } else if (at <= deadline(open.first())) {
      events.add(form.slim(event));
      save(open.with(at), ctx, out);
    } else {
      emitAt(deadline(open.first()), closed(open));
      events.update(List.of(form.slim(event)));
      save(new OpenBatch(1, at, at, open.timer()), ctx, out);
    }
  }

  /** Without a timeout events need no timestamps. */
  private long at(Context ctx) {
    return !timed && time == TimeDomain.EVENT_TIME && isMissing(ctx.timestamp())
        ? OpenBatch.NO_TIME
        : timeOf(ctx, time);
  }

  private long deadline(long first) {
    return timed ? Instants.plus(first, timeout) : Long.MAX_VALUE;
  }

  private OpenBatch begun(long at, TimerService timers) {
    long deadline = deadline(at);
    timer.set(timers, deadline);
    return new OpenBatch(1, at, at, deadline);
  }

  private void save(OpenBatch open, Context ctx, Collector<R> out) throws Exception {
    if (open.count() < size) {
      batch.update(open);
      return;
    }
    out.collect(closed(open));
    clear(open, ctx.timerService());
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext ctx, Collector<R> out) throws Exception {
    OpenBatch open = batch.value();
    if (open == null) {
      return;
    }
    long deadline = deadline(open.first());
    if (deadline <= timestamp) {
      emitOver(open, deadline, out);
      clear(open, ctx.timerService());
    } else if (open.timer() <= timestamp) {
      timer.set(ctx.timerService(), deadline);
      batch.update(open.timedAt(deadline));
    }
  }

  /** Emits a batch whose deadline has passed or, without a timeout, at the end of input. */
  private void emitOver(OpenBatch open, long deadline, Collector<R> out) throws Exception {
    if (timed) {
      emitAt(deadline, closed(open));
    } else if (open.latest() != OpenBatch.NO_TIME) {
      emitAt(open.latest(), closed(open));
    } else {
      out.collect(closed(open));
    }
  }

  private R closed(OpenBatch open) throws Exception {
    List<T> arrived = new ArrayList<>(open.count());
    events.get().forEach(arrived::add);
    return result.of(currentKey(), arrived);
  }

  @Override
  protected Class<?> states() {
    return BatchState.class;
  }

  @Override
  protected boolean isLive() throws Exception {
    return batch.value() != null;
  }

  @Override
  protected void evict(TimerService timers) throws Exception {
    OpenBatch open = batch.value();
    emitNow(evicted, closed(open));
    clear(open, timers);
  }

  private void clear(OpenBatch open, TimerService timers) {
    batch.clear();
    events.clear();
    timer.unset(timers, open.timer());
    timer.unsetEnd(timers);
  }
}
