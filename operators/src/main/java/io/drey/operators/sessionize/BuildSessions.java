// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sessionize;

import io.drey.operators.internal.DeadlineTimer;
import io.drey.operators.internal.StateForm;
import io.drey.operators.rule.KeyedRule;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Holds the open session of each key; see {@link Sessionize}. An open session has one timer, which
 * is set again to the deadline when it fires, since the deadline moves with nearly every event.
 */
final class BuildSessions<K, T, R> extends KeyedRule<K, T, R> {
  private static final long serialVersionUID = 1L;

  private final SessionFunctions<T> functions;
  private final SessionResult<K, T, R> result;
  private final StateForm<T> form;
  private final OutputTag<T> orphans;
  private final OutputTag<R> evicted;
  private final TimeLimits limits;
  private final int maxEvents;
  private final TimeDomain time;
  private final DeadlineTimer timer;

  private transient ValueState<OpenSession> session;
  private transient SessionContents<T> contents;

  BuildSessions(
      SessionizeOptions options,
      SessionFunctions<T> functions,
      SessionResult<K, T, R> result,
      TypeInformation<T> type,
      TypeInformation<R> resultType) {
    this.functions = functions;
    this.result = result;
    this.form = StateForm.of(type);
    this.orphans = Sessionize.orphans(type);
    this.evicted = Sessionize.evicted(resultType);
    this.limits = TimeLimits.of(options, functions);
    this.maxEvents = options.maxEvents();
    this.time = options.settings().time();
    this.timer = new DeadlineTimer(time);
  }

  @Override
  public void open(OpenContext openContext) {
    session = getRuntimeContext().getState(SessionizeState.session());
    contents = new SessionContents<>(functions, form, getRuntimeContext());
  }

  @Override
  public void processElement(T event, Context ctx, Collector<R> out) throws Exception {
    boolean opens = functions.isOpenedBy(event);
    boolean ends = functions.isEndedBy(event);
    long at = timeOf(ctx, time);
    OpenSession open = session.value();
    if (open != null && !isClosedBefore(open, at, opens, out)) {
      contents.add(event, at);
      save(open.with(at), ends, ctx, out);
    } else if (opens) {
      contents.open(event, at);
      save(opened(at, open, ctx.timerService()), ends, ctx, out);
    } else {
      clear(open, ctx.timerService());
      ctx.output(orphans, event);
    }
  }

  /** Emits the open session if an event does not belong to it. */
  private boolean isClosedBefore(OpenSession open, long at, boolean opens, Collector<R> out)
      throws Exception {
    if (at > limits.deadline(open.start(), open.end())) {
      emitOver(open);
      return true;
    }
    if (opens && functions.starts() != null) {
      out.collect(closed(open, CloseReason.RESTART));
      return true;
    }
    return false;
  }

  /** A timer left by the previous session fires no later than the timer of this one would. */
  private OpenSession opened(long at, @Nullable OpenSession before, TimerService timers) {
    if (before != null) {
      return new OpenSession(at, at, 1, before.timer());
    }
    long deadline = limits.deadline(at, at);
    timer.set(timers, deadline);
    return new OpenSession(at, at, 1, deadline);
  }

  private void save(OpenSession open, boolean ends, Context ctx, Collector<R> out)
      throws Exception {
    if (ends || open.count() >= maxEvents) {
      CloseReason reason = ends ? CloseReason.END : CloseReason.MAX_EVENTS;
      out.collect(closed(open, reason));
      clear(open, ctx.timerService());
      return;
    }
    long deadline = limits.deadline(open.start(), open.end());
    session.update(deadline < open.timer() ? movedUp(open, deadline, ctx.timerService()) : open);
  }

  /** Sets an earlier timer if an older event has moved the deadline forward. */
  private OpenSession movedUp(OpenSession open, long deadline, TimerService timers) {
    timer.unset(timers, open.timer());
    timer.set(timers, deadline);
    return open.timedAt(deadline);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext ctx, Collector<R> out) throws Exception {
    OpenSession open = session.value();
    if (open == null) {
      return;
    }
    long deadline = limits.deadline(open.start(), open.end());
    if (deadline <= timestamp) {
      emitOver(open);
      clear(open, ctx.timerService());
    } else if (open.timer() <= timestamp) {
      timer.set(ctx.timerService(), deadline);
      session.update(open.timedAt(deadline));
    }
  }

  /** Emits a session whose deadline has passed. */
  private void emitOver(OpenSession open) throws Exception {
    CloseReason reason = limits.reason(open.start(), open.end());
    long at =
        reason == CloseReason.END_OF_INPUT ? open.end() : limits.deadline(open.start(), open.end());
    emitAt(at, closed(open, reason));
  }

  private R closed(OpenSession open, CloseReason reason) throws Exception {
    return result.of(
        new Session<>(
            currentKey(),
            contents.opening(),
            contents.events(open.count()),
            Instant.ofEpochMilli(open.start()),
            Instant.ofEpochMilli(open.end()),
            open.count(),
            reason,
            functions.isComplete(reason)));
  }

  @Override
  protected Class<?> states() {
    return SessionizeState.class;
  }

  @Override
  protected boolean isLive() throws Exception {
    return session.value() != null;
  }

  @Override
  protected void evict(TimerService timers) throws Exception {
    OpenSession open = session.value();
    emitNow(evicted, closed(open, CloseReason.EVICTED));
    clear(open, timers);
  }

  private void clear(@Nullable OpenSession open, TimerService timers) {
    if (open == null) {
      return;
    }
    session.clear();
    contents.clear();
    timer.unset(timers, open.timer());
    timer.unsetEnd(timers);
  }
}
