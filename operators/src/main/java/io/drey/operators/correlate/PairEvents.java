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
  private final MatchWindow reach;
  private final RepeatRequest repeatRequest;
  private final boolean many;
  private final TimeDomain domain;
  private final DeadlineTimer alarm;

  private transient ValueState<PendingExchanges<T>> state;

  PairEvents(
      Exchange<T, R, U> exchange,
      CorrelateOptions options,
      StateForm<T> form,
      Outputs<T, U> outputs) {
    this.exchange = exchange;
    this.form = form;
    this.outputs = outputs;
    this.reach = MatchWindow.of(options);
    this.repeatRequest = options.repeatRequest();
    this.many = options.responses() == Responses.MANY;
    this.domain = options.settings().time();
    this.alarm = new DeadlineTimer(domain);
  }

  @Override
  public void open(OpenContext openContext) {
    state = getRuntimeContext().getState(CorrelateState.pending(form.stateType()));
  }

  @Override
  public void processElement(T event, Context ctx, Collector<R> out) throws Exception {
    switch (exchange.roleOf(event)) {
      case REQUEST -> request(exchange.kept(event), timeOf(ctx, domain), ctx, out);
      case RESPONSE -> response(event, timeOf(ctx, domain), ctx, out);
      case OTHER -> emitNow(outputs.other(), event);
    }
  }

  private void response(T event, long time, Context ctx, Collector<R> out) throws Exception {
    PendingExchanges<T> open = state.value();
    int first = open == null ? -1 : open.requestFor(time, reach);
    if (open == null || first < 0) {
      PendingExchanges<T> more = open == null ? PendingExchanges.nothing() : open;
      long before = deadline(open);
      more.responses().add(new PendingEvent<>(time, false, form.slim(event)));
      save(more, before, ctx.timerService());
      return;
    }
    PendingEvent<T> request = open.requests().get(first);
    R pair = exchange.pair(request.event(), event, time - request.at());
    answered(first, open, ctx.timerService());
    out.collect(pair);
  }

  private void answered(int request, PendingExchanges<T> open, TimerService timers)
      throws Exception {
    if (!many) {
      long before = deadline(open);
      open.requests().remove(request);
      save(open, before, timers);
    } else if (!open.requests().get(request).answered()) {
      open.markAnswered(request);
      state.update(open);
    }
  }

  private void request(T event, long time, Context ctx, Collector<R> out) throws Exception {
    PendingExchanges<T> found = state.value();
    long before = deadline(found);
    PendingExchanges<T> open = found == null ? PendingExchanges.nothing() : found;
    List<R> pairs = pairsWithWaiting(event, time, open);
    open.takeResponses(time, pairs.size(), reach);
    if (pairs.isEmpty() && !isAdmitted(event, time, open)) {
      return;
    }
    if (pairs.isEmpty() || many) {
      open.requests().add(new PendingEvent<>(time, !pairs.isEmpty(), form.slim(event)));
    }
    save(open, before, ctx.timerService());
    for (R pair : pairs) {
      out.collect(pair);
    }
  }

  /** Pairs a request with the first waiting response in range, or with all of them. */
  private List<R> pairsWithWaiting(T request, long time, PendingExchanges<T> open) {
    int next = open.responseFor(time, 0, reach);
    if (next < 0) {
      return List.of();
    }
    List<R> pairs = new ArrayList<>(1);
    while (next >= 0) {
      PendingEvent<T> response = open.responses().get(next);
      pairs.add(exchange.pair(request, response.event(), response.at() - time));
      next = many ? open.responseFor(time, next + 1, reach) : -1;
    }
    return pairs;
  }

  /** Whether a request without a response stays pending; it may replace others. */
  private boolean isAdmitted(T event, long time, PendingExchanges<T> open) {
    int pending = open.repeatedBy(time, reach);
    if (repeatRequest == RepeatRequest.KEEP && pending >= 0) {
      emitNow(outputs.unmatched(), exchange.unmatched(event, UnmatchedReason.REPEATED));
      return false;
    }
    while (repeatRequest == RepeatRequest.REPLACE && pending >= 0) {
      PendingEvent<T> replaced = open.requests().remove(pending);
      if (!replaced.answered()) {
        emitNow(
            outputs.unmatched(), exchange.unmatched(replaced.event(), UnmatchedReason.REPLACED));
      }
      pending = open.repeatedBy(time, reach);
    }
    return true;
  }

  private long deadline(@Nullable PendingExchanges<T> open) {
    return open == null || open.isEmpty() ? NO_DEADLINE : open.deadline(reach);
  }

  private void save(PendingExchanges<T> open, long before, TimerService timers) throws Exception {
    long after = deadline(open);
    if (after == NO_DEADLINE) {
      state.clear();
      alarm.unsetEnd(timers);
    } else {
      state.update(open);
    }
    if (after != before && before != NO_DEADLINE) {
      alarm.unset(timers, before);
    }
    if (after != before && after != NO_DEADLINE) {
      alarm.set(timers, after);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext ctx, Collector<R> out) throws Exception {
    PendingExchanges<T> open = state.value();
    if (open == null) {
      return;
    }
    long before = deadline(open);
    if (before > timestamp) {
      // the timer is from a savepoint taken with a shorter timeout
      alarm.set(ctx.timerService(), before);
      return;
    }
    expire(open.requests(), reach.timeout(), timestamp, UnmatchedReason.TIMEOUT);
    expire(open.responses(), reach.skew(), timestamp, UnmatchedReason.NO_REQUEST);
    save(open, before, ctx.timerService());
  }

  private void expire(List<PendingEvent<T>> halves, long span, long now, UnmatchedReason reason) {
    for (Iterator<PendingEvent<T>> all = halves.iterator(); all.hasNext(); ) {
      PendingEvent<T> half = all.next();
      long end = Instants.plus(half.at(), span);
      if (end <= now) {
        all.remove();
        if (!half.answered()) {
          emitAt(end, outputs.unmatched(), exchange.unmatched(half.event(), reason));
        }
      }
    }
  }

  @Override
  protected boolean isLive() throws Exception {
    return state.value() != null;
  }

  @Override
  protected void evict(TimerService timers) throws Exception {
    PendingExchanges<T> open = state.value();
    evict(open.requests());
    evict(open.responses());
    alarm.unset(timers, deadline(open));
    alarm.unsetEnd(timers);
    state.clear();
  }

  private void evict(List<PendingEvent<T>> halves) {
    for (PendingEvent<T> half : halves) {
      if (!half.answered()) {
        emitNow(outputs.evicted(), exchange.unmatched(half.event(), UnmatchedReason.EVICTED));
      }
    }
  }
}
