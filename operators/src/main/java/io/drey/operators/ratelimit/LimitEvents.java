// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import io.drey.operators.internal.Routing;
import io.drey.operators.rule.KeyedRule;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Applies a limit to the events of each key; see {@link LimitRate}. */
class LimitEvents<K, T, R, S> extends KeyedRule<K, T, R> {
  private static final long serialVersionUID = 1L;

  private final Limit<S> limit;
  private final NextState<T, S> next;
  private final ValueStateDescriptor<S> descriptor;
  private final Mark<T, R> mark;
  private final Routing<R> routing;
  private final TimeDomain domain;
  private final boolean timed;
  private final boolean hasTimer;
  private final boolean isCapped;

  private transient ValueState<S> state;

  LimitEvents(
      Limit<S> limit,
      NextState<T, S> next,
      ValueStateDescriptor<S> descriptor,
      RateSpan options,
      Mark<T, R> mark,
      Routing<R> routing) {
    this.limit = limit;
    this.next = next;
    this.descriptor = descriptor;
    this.mark = mark;
    this.routing = routing;
    this.domain = options.time();
    this.timed = options.per() != null;
    this.hasTimer = timed && !descriptor.getTtlConfig().isEnabled();
    this.isCapped = options.settings().maxKeys() != null;
  }

  @Override
  public void open(OpenContext openContext) {
    state = getRuntimeContext().getState(descriptor);
  }

  @Override
  public void processElement(T event, Context ctx, Collector<R> out) throws Exception {
    long time = timed ? timeOf(ctx, domain) : 0;
    S before = state.value();
    S after = next.after(event, before, time);
    if (after == null) {
      routing.divert(mark.mark(event, true, 0), ctx, out);
      return;
    }
    state.update(after);
    if (hasTimer) {
      free(before, after, ctx.timerService());
    }
    boolean isLimited = !limit.hasPassed(after);
    R result = mark.mark(event, isLimited, limit.number(after));
    if (isLimited) {
      routing.divert(result, ctx, out);
    } else {
      out.collect(result);
    }
  }

  /**
   * One timer per key, which is set again when it fires. If the number of keys is capped, it is
   * moved at once, since an eviction has to delete it.
   */
  private void free(@Nullable S before, S after, TimerService timers) {
    if (before == null) {
      setTimer(timers, limit.staleFrom(after));
    } else if (isCapped && limit.staleFrom(before) != limit.staleFrom(after)) {
      deleteTimer(timers, limit.staleFrom(before));
      setTimer(timers, limit.staleFrom(after));
    }
  }

  private void setTimer(TimerService timers, long instant) {
    if (domain == TimeDomain.EVENT_TIME) {
      timers.registerEventTimeTimer(instant);
    } else {
      timers.registerProcessingTimeTimer(instant);
    }
  }

  private void deleteTimer(TimerService timers, long instant) {
    if (domain == TimeDomain.EVENT_TIME) {
      timers.deleteEventTimeTimer(instant);
    } else {
      timers.deleteProcessingTimeTimer(instant);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext ctx, Collector<R> out) throws Exception {
    S stored = state.value();
    if (stored == null) {
      return;
    }
    if (limit.staleFrom(stored) > timestamp) {
      setTimer(ctx.timerService(), limit.staleFrom(stored));
    } else {
      clear();
    }
  }

  @Override
  protected Class<?> states() {
    return RateLimitState.class;
  }

  @Override
  protected boolean isLive() throws Exception {
    return state.value() != null;
  }

  @Override
  protected void evict(TimerService timers) throws Exception {
    S stored = state.value();
    if (stored != null && hasTimer) {
      deleteTimer(timers, limit.staleFrom(stored));
    }
    clear();
  }

  /** Frees the state of the current key. */
  void clear() throws Exception {
    state.clear();
  }
}
