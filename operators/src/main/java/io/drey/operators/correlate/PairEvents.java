// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.correlate;

import io.drey.operators.internal.DeadlineTimer;
import io.drey.operators.internal.Instants;
import io.drey.operators.internal.StateForm;
import io.drey.operators.rule.KeyedRule;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Pairs requests and responses; see {@link Correlate}. The pending events of a key are one value,
 * with one timer at the first deadline. An event past its deadline can pair only with late events,
 * so that the delay of its timer does not matter.
 */
final class PairEvents<K, T, R, U> extends KeyedRule<K, T, R> {
  private static final long serialVersionUID = 1L;

  /** Before any timestamp plus a timeout. */
  private static final long NO_DEADLINE = Long.MIN_VALUE;

  private final Exchange<T, R, U> exchange;
  private final StateForm<T> form;
  private final Outputs<T, U> outputs;
  private final MatchWindow window;
  private final RepeatRequest repeatRequest;
  private final boolean many;
  private final TimeDomain domain;
  private final DeadlineTimer timer;

  private transient ValueState<PendingExchanges<T>> state;

  PairEvents(
      Exchange<T, R, U> exchange,
      CorrelateOptions options,
      StateForm<T> form,
      Outputs<T, U> outputs) {
    this.exchange = exchange;
    this.form = form;
    this.outputs = outputs;
    this.window = MatchWindow.of(options);
    this.repeatRequest = options.repeatRequest();
    this.many = options.responses() == Responses.MANY;
    this.domain = options.settings().time();
    this.timer = new DeadlineTimer(domain);
  }

  @Override
  public void open(OpenContext openContext) {
    state = getRuntimeContext().getState(CorrelateState.pending(form.stateType()));
  }

  @Override
  public void processElement(T event, Context ctx, Collector<R> out) throws Exception {
    switch (exchange.roleOf(event)) {
      case REQUEST -> request(exchange.reduced(event), timeOf(ctx, domain), ctx, out);
      case RESPONSE -> response(event, timeOf(ctx, domain), ctx, out);
      case OTHER -> emitNow(outputs.other(), event);
    }
  }

  private void response(T event, long time, Context ctx, Collector<R> out) throws Exception {
    PendingExchanges<T> pending = state.value();
    int first = pending == null ? -1 : pending.requestFor(time, window);
    if (pending == null || first < 0) {
      PendingExchanges<T> more = pending == null ? PendingExchanges.nothing() : pending;
      long before = deadline(pending);
      more.responses().add(new PendingEvent<>(time, false, form.slim(event)));
      save(more, before, ctx.timerService());
      return;
    }
    PendingEvent<T> request = pending.requests().get(first);
    R pair = exchange.pair(request.event(), request.at(), event, time);
    answered(first, pending, ctx.timerService());
    out.collect(pair);
  }

  private void answered(int request, PendingExchanges<T> pending, TimerService timers)
      throws Exception {
    if (!many) {
      long before = deadline(pending);
      pending.requests().remove(request);
      save(pending, before, timers);
    } else if (!pending.requests().get(request).answered()) {
      pending.markAnswered(request);
      state.update(pending);
    }
  }

  private void request(T event, long time, Context ctx, Collector<R> out) throws Exception {
    PendingExchanges<T> found = state.value();
    long before = deadline(found);
    PendingExchanges<T> pending = found == null ? PendingExchanges.nothing() : found;
    List<R> pairs = pairsWithWaiting(event, time, pending);
    pending.takeResponses(time, pairs.size(), window);
    if (pairs.isEmpty() && !isAdmitted(event, time, pending)) {
      return;
    }
    if (pairs.isEmpty() || many) {
      pending.requests().add(new PendingEvent<>(time, !pairs.isEmpty(), form.slim(event)));
    }
    save(pending, before, ctx.timerService());
    for (R pair : pairs) {
      out.collect(pair);
    }
  }

  /** Pairs a request with the first waiting response in range, or with all of them. */
  private List<R> pairsWithWaiting(T request, long time, PendingExchanges<T> pending) {
    int next = pending.responseFor(time, 0, window);
    if (next < 0) {
      return List.of();
    }
    List<R> pairs = new ArrayList<>(1);
    while (next >= 0) {
      PendingEvent<T> response = pending.responses().get(next);
      pairs.add(exchange.pair(request, time, response.event(), response.at()));
      next = many ? pending.responseFor(time, next + 1, window) : -1;
    }
    return pairs;
  }

  /** Whether a request without a response stays pending; it may replace others. */
  private boolean isAdmitted(T event, long time, PendingExchanges<T> pending) {
    int repeated = pending.repeatedBy(time, window);
    if (repeatRequest == RepeatRequest.KEEP && repeated >= 0) {
      emitNow(outputs.unmatched(), exchange.unmatched(event, UnmatchedReason.REPEATED));
      return false;
    }
    while (repeatRequest == RepeatRequest.REPLACE && repeated >= 0) {
      PendingEvent<T> replaced = pending.requests().remove(repeated);
      if (!replaced.answered()) {
        emitNow(
            outputs.unmatched(), exchange.unmatched(replaced.event(), UnmatchedReason.REPLACED));
      }
      repeated = pending.repeatedBy(time, window);
    }
    return true;
  }

  private long deadline(@Nullable PendingExchanges<T> pending) {
    return pending == null || pending.isEmpty() ? NO_DEADLINE : pending.deadline(window);
  }

  private void save(PendingExchanges<T> pending, long before, TimerService timers)
      throws Exception {
    long after = deadline(pending);
    if (after == NO_DEADLINE) {
      state.clear();
      timer.unsetEnd(timers);
    } else {
      state.update(pending);
    }
    if (after != before && before != NO_DEADLINE) {
      timer.unset(timers, before);
    }
    if (after != before && after != NO_DEADLINE) {
      timer.set(timers, after);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext ctx, Collector<R> out) throws Exception {
    PendingExchanges<T> pending = state.value();
    if (pending == null) {
      return;
    }
    long before = deadline(pending);
    if (before > timestamp) {
      // the timer is from a savepoint taken with a shorter timeout
      timer.set(ctx.timerService(), before);
      return;
    }
    expire(pending.requests(), window.timeout(), timestamp, UnmatchedReason.TIMEOUT);
    expire(pending.responses(), window.skew(), timestamp, UnmatchedReason.NO_REQUEST);
    save(pending, before, ctx.timerService());
  }

  private void expire(List<PendingEvent<T>> events, long span, long now, UnmatchedReason reason) {
    for (Iterator<PendingEvent<T>> all = events.iterator(); all.hasNext(); ) {
      PendingEvent<T> event = all.next();
      long end = Instants.plus(event.at(), span);
      if (end <= now) {
        all.remove();
        if (!event.answered()) {
          emitAt(end, outputs.unmatched(), exchange.unmatched(event.event(), reason));
        }
      }
    }
  }

  @Override
  protected Class<?> states() {
    return CorrelateState.class;
  }

  @Override
  protected boolean isLive() throws Exception {
    return state.value() != null;
  }

  @Override
  protected void evict(TimerService timers) throws Exception {
    PendingExchanges<T> pending = state.value();
    evict(pending.requests());
    evict(pending.responses());
    timer.unset(timers, deadline(pending));
    timer.unsetEnd(timers);
    state.clear();
  }

  private void evict(List<PendingEvent<T>> events) {
    for (PendingEvent<T> event : events) {
      if (!event.answered()) {
        emitNow(outputs.evicted(), exchange.unmatched(event.event(), UnmatchedReason.EVICTED));
      }
    }
  }
}
