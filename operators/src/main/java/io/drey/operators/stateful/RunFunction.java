// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.stateful;

import io.drey.operators.rule.InvalidEventException;
import io.drey.operators.rule.KeyedRule;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** Calls a function with the state of each event's key; see {@link Stateful}. */
final class RunFunction<K, E, S, O> extends KeyedRule<K, E, O> {
  private static final long serialVersionUID = 1L;

  private final StatefulFunction<K, E, S, O> function;
  private final TypeInformation<S> stateType;
  private final InitialState<S> initial;
  private final StatefulOptions options;
  private final boolean hasTimers;

  private transient KeyState<S> state;
  private transient Invocation<K, O> invocation;

  RunFunction(
      StatefulFunction<K, E, S, O> function,
      TypeInformation<S> stateType,
      InitialState<S> initial,
      StatefulOptions options) {
    this.function = function;
    this.stateType = stateType;
    this.initial = initial;
    this.options = options;
    this.hasTimers = OverriddenMethods.of(function, "onTimer");
  }

  @Override
  public void open(OpenContext openContext) {
    RuntimeContext context = getRuntimeContext();
    KeyTimers timers = hasTimers ? new KeyTimers(context) : null;
    Expiry expiry = options.expiresInEventTime() ? expiry(context) : null;
    state = new KeyState<>(userState(context), expiry, timers);
    Set<String> outputs =
        function.outputs().stream()
            .map(OutputTag::getId)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    invocation = new Invocation<>(step(), outputs, timers);
  }

  private UserState<S> userState(RuntimeContext context) {
    return new UserState<>(
        context.getState(StatefulState.value(stateType, options)),
        context.createSerializer(stateType),
        initial,
        StateType.isMutable(stateType));
  }

  private Expiry expiry(RuntimeContext context) {
    return new Expiry(
        options.ttlMillis(),
        context.getState(StatefulState.lastAt()),
        hasTimers ? context.getState(StatefulState.ttlTimer()) : null);
  }

  @Override
  public void processElement(E event, Context ctx, Collector<O> out) throws Exception {
    Long time = time(ctx);
    K key = ctx.getCurrentKey();
    state.begin(ctx.timerService());
    if (time != null && options.time() == TimeDomain.EVENT_TIME) {
      pass(time, Math.max(time, Long.MIN_VALUE + 1) - 1, key);
    }
    handle(event, key, time);
    if (invocation.hasResults()) {
      invocation.leave(out::collect, ctx::output);
    }
  }

  /** Without a rule that uses event time, events need no timestamps. */
  private @Nullable Long time(Context ctx) {
    boolean isNeeded = state.needsTime() || options.time() == TimeDomain.PROCESSING_TIME;
    if (isNeeded) {
      return timeOf(ctx, options.time());
    }
    return isMissing(ctx.timestamp()) ? null : ctx.timestamp();
  }

  private void handle(E event, K key, @Nullable Long time) throws Exception {
    S stored = state.stored();
    invocation.begin(key, time);
    S next = function.onEvent(event, state.lend(stored), invocation);
    if (next != null) {
      state.keep(next);
      if (time != null) {
        state.touch(time);
      }
    } else if (stored != null) {
      state.forget();
    }
  }

  /**
   * Advances event time for the current key: fires the timers that are due, then frees expired
   * state. Timers after the expiry of a state are never due.
   *
   * @param due the last instant whose timers are due
   */
  private void pass(long instant, long due, K key) throws Exception {
    Long deadline = state.deadline();
    boolean isOver = deadline != null && deadline <= instant;
    fire(TimeDomain.EVENT_TIME, isOver ? deadline : due, key);
    if (isOver) {
      state.forget();
    }
  }

  /** Fires the timers of a kind that are due, and those that they set in turn. */
  private void fire(TimeDomain domain, long due, K key) throws Exception {
    while (state.isAnyDue(domain, due)) {
      S stored = state.stored();
      if (stored != null) {
        long at = state.take(domain);
        handleTimer(at, stored, key);
        invocation.leave(result -> emitAt(at, result), (tag, value) -> emitAt(at, tag, value));
        state.beginCall();
      }
    }
  }

  private void handleTimer(long at, S stored, K key) throws Exception {
    invocation.begin(key, at);
    S next;
    try {
      next = function.onTimer(at, state.lend(stored), invocation);
    } catch (InvalidEventException e) {
      // it would mark an unrelated event as invalid
      throw new IllegalStateException("Failed to handle the timer at " + at, e);
    }
    if (next != null) {
      state.keep(next);
    } else {
      state.forget();
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext ctx, Collector<O> out) throws Exception {
    K key = ctx.getCurrentKey();
    state.begin(ctx.timerService());
    if (ctx.timeDomain() == TimeDomain.PROCESSING_TIME) {
      fire(TimeDomain.PROCESSING_TIME, timestamp, key);
      return;
    }
    pass(timestamp, timestamp, key);
    state.timed(timestamp);
    if (timestamp == Long.MAX_VALUE) {
      endClock(key);
    }
  }

  /** At the end of input no timer waits for processing time any more. */
  private void endClock(K key) throws Exception {
    state.setOver(true);
    fire(TimeDomain.PROCESSING_TIME, Long.MAX_VALUE, key);
    state.setOver(false);
  }

  @Override
  protected Class<?> states() {
    return StatefulState.class;
  }

  @Override
  protected boolean isLive() throws Exception {
    return state.isLive();
  }

  @Override
  protected void evict(TimerService service) throws Exception {
    state.begin(service);
    state.forget();
  }
}
