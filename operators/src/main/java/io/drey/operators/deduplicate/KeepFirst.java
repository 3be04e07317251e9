// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.deduplicate;

import io.drey.operators.internal.Instants;
import io.drey.operators.internal.Routing;
import io.drey.operators.rule.KeyedRule;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Passes the first event of a run at once; see {@link Deduplicate}. */
final class KeepFirst<K, T, R> extends KeyedRule<K, T, R> {
  private static final long serialVersionUID = 1L;

  private final DeduplicateOptions options;
  private final Marker<T, R> marker;
  private final Routing<R> routing;
  private final boolean timed;
  private final long ttl;

  private transient ValueState<Long> seenAt;

  KeepFirst(DeduplicateOptions options, Marker<T, R> marker, Routing<R> routing) {
    this.options = options;
    this.marker = marker;
    this.routing = routing;
    this.timed = options.ttl() != null;
    this.ttl = options.ttlMillis();
  }

  @Override
  public void open(OpenContext openContext) {
    seenAt = getRuntimeContext().getState(DeduplicateState.seenAt(options));
  }

  @Override
  public void processElement(T event, Context ctx, Collector<R> out) throws Exception {
    Long seen = seenAt.value();
    long time = time(ctx);
    if (isDuplicate(seen, time)) {
      if (timed && options.refresh() && time > seen) {
        seenAt.update(time);
      }
      routing.divert(marker.mark(event, false), ctx, out);
      return;
    }
    if (seen == null || time > seen) {
      seenAt.update(time);
      freeAt(time, ctx);
    }
    out.collect(marker.mark(event, true));
  }

  /** Without a ttl any two events are duplicates, so that events need no timestamps. */
  private long time(Context ctx) {
    Long timestamp = ctx.timestamp();
    return !timed && isMissing(timestamp) ? Long.MIN_VALUE : timeOf(ctx, options.time());
  }

  private boolean isDuplicate(@Nullable Long seen, long time) {
    return seen != null && (!timed || Instants.areWithin(seen, time, ttl));
  }

  /** One timer per key: if the run was refreshed, it is set again when it fires. */
  private void freeAt(long time, Context ctx) {
    if (timed && options.time() == TimeDomain.EVENT_TIME) {
      ctx.timerService().registerEventTimeTimer(Instants.plus(time, ttl));
    }
  }

  @Override
  protected Class<?> states() {
    return DeduplicateState.class;
  }

  @Override
  protected boolean isLive() throws Exception {
    return seenAt.value() != null;
  }

  @Override
  protected void evict(TimerService timers) throws Exception {
    Long seen = seenAt.value();
    if (seen != null && timed && options.time() == TimeDomain.EVENT_TIME) {
      timers.deleteEventTimeTimer(Instants.plus(seen, ttl));
    }
    seenAt.clear();
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext ctx, Collector<R> out) throws Exception {
    Long seen = seenAt.value();
    if (seen != null && Instants.plus(seen, ttl) > timestamp) {
      freeAt(seen, ctx);
    } else {
      seenAt.clear();
    }
  }
}
