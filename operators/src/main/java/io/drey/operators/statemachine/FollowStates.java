// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.statemachine;

import io.drey.operators.internal.DeadlineTimer;
import io.drey.operators.internal.Instants;
import io.drey.operators.rule.InvalidEventException;
import io.drey.operators.rule.KeyedRule;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** Moves the machine of each key from event to event; see {@link StateMachine}. */
final class FollowStates<K, T, R, X> extends KeyedRule<K, T, R> {
  private static final long serialVersionUID = 1L;

  private final Symbol<T> symbol;
  private final StateMachineResults<K, T, R, X> results;
  private final StateMachineOptions options;
  private final OutputTag<R> violations;
  private final OutputTag<X> timeouts;
  private final DeadlineTimer timer;
  private final boolean timed;

  private transient Machine machine;
  private transient ValueState<MachineState> machineState;

  FollowStates(
      Symbol<T> symbol, StateMachineResults<K, T, R, X> results, StateMachineOptions options) {
    this.symbol = symbol;
    this.results = results;
    this.options = options;
    this.violations = StateMachine.violations(results.type());
    this.timeouts = StateMachine.timeouts(results.timeoutType());
    this.timer = new DeadlineTimer(options.settings().time());
    this.timed = !options.definition().timeouts().isEmpty();
  }

  @Override
  public void open(OpenContext openContext) {
    machine = new Machine(options.definition());
    machineState = getRuntimeContext().getState(StateMachineState.machineState());
  }

  @Override
  public void processElement(T event, Context ctx, Collector<R> out) throws Exception {
    String word = symbol.of(event);
    if (word == null) {
      throw new InvalidEventException("Missing symbol");
    }
    long time = timed ? timeOf(ctx, options.settings().time()) : MachineState.NONE;
    MachineState stored = machineState.value();
    boolean isCurrent = stored == null || isCurrent(stored, time);
    MachineState before = isCurrent ? stored : stateAt(time, stored, ctx.getCurrentKey());
    int from = before == null ? Machine.INITIAL : machine.state(before.state());
    int next = machine.next(from, word);
    int to = next >= 0 ? next : afterNoMove(from, next);
    if (next >= 0 || to != from) {
      save(stored, moved(before, to, time), ctx.timerService());
    } else if (!isCurrent) {
      save(stored, before, ctx.timerService());
    }
    emit(event, from, next, to, ctx, out);
  }

  /** Whether no timeout is due before an event, so that the stored state is current. */
  private boolean isCurrent(MachineState stored, long time) {
    int state = machine.state(stored.state());
    if (!timed || state == Machine.INITIAL) {
      return state != Machine.INITIAL;
    }
    return stored.since() != MachineState.NONE
        && (!machine.hasTimeout(state)
            || time <= Instants.plus(stored.since(), machine.after(state)));
  }

  /** The state for the event otherwise: timeouts that were due before it have fired. */
  private @Nullable MachineState stateAt(long time, MachineState stored, K key) {
    MachineState measured = stored.since() == MachineState.NONE ? stored.at(time) : stored;
    return fireTimeouts(measured, time == Long.MIN_VALUE ? time : time - 1, key);
  }

  /** The state may have been stored with another definition. */
  private boolean isKnown(MachineState state) {
    return machine.state(state.state()) != Machine.INITIAL;
  }

  /** Fires all timeouts that are due at an instant; null if the machine has ended. */
  private @Nullable MachineState fireTimeouts(MachineState stored, long until, K key) {
    MachineState state = isKnown(stored) ? stored : null;
    while (state != null && hasDeadline(state) && deadline(state) <= until) {
      int from = machine.state(state.state());
      int to = machine.timeoutTo(from);
      long at = deadline(state);
      emitAt(at, timeouts, results.timeouts().mark(key, machine.name(from), machine.name(to), at));
      state = machine.ends(to) ? null : new MachineState(machine.name(to), at, state.timer());
    }
    return state;
  }

  private boolean hasDeadline(MachineState state) {
    return state.since() != MachineState.NONE && machine.hasTimeout(machine.state(state.state()));
  }

  private long deadline(MachineState state) {
    return Instants.plus(state.since(), machine.after(machine.state(state.state())));
  }

  private int afterNoMove(int from, int next) {
    boolean resets = options.definition().onViolation() == OnViolation.RESET;
    return next == Machine.VIOLATION && resets ? Machine.INITIAL : from;
  }

  private @Nullable MachineState moved(@Nullable MachineState before, int to, long time) {
    if (machine.ends(to)) {
      return null;
    }
    long since = before == null || !timed ? time : Math.max(before.since(), time);
    return new MachineState(machine.name(to), since, MachineState.NONE);
  }

  /** Writes changes to state. The timer is moved only if it would fire too late. */
  private void save(@Nullable MachineState stored, @Nullable MachineState now, TimerService timers)
      throws Exception {
    if (now == null) {
      free(stored, timers);
      return;
    }
    MachineState next =
        scheduled(now.withTimer(stored == null ? MachineState.NONE : stored.timer()), timers);
    if (!next.equals(stored)) {
      machineState.update(next);
    }
  }

  private void free(@Nullable MachineState stored, TimerService timers) {
    if (stored == null) {
      return;
    }
    machineState.clear();
    if (stored.timer() != MachineState.NONE) {
      timer.unset(timers, stored.timer());
      timer.unsetEnd(timers);
    }
  }

  private MachineState scheduled(MachineState state, TimerService timers) {
    if (!hasDeadline(state)) {
      return state;
    }
    long deadline = deadline(state);
    if (state.timer() != MachineState.NONE) {
      if (state.timer() <= deadline) {
        return state;
      }
      timer.unset(timers, state.timer());
    }
    timer.set(timers, deadline);
    return state.withTimer(deadline);
  }

  private void emit(T event, int from, int next, int to, Context ctx, Collector<R> out) {
    boolean isViolation = next == Machine.VIOLATION;
    boolean isMain = isMain(next);
    if (!isMain && !isViolation) {
      return;
    }
    List<String> expected = isViolation ? machine.expected(from) : null;
    R result = results.marker().mark(event, machine.name(from), machine.name(to), expected);
    if (isMain) {
      out.collect(result);
    }
    if (isViolation) {
      ctx.output(violations, result);
    }
  }

  private boolean isMain(int next) {
    return switch (options.emit()) {
      case ALL -> true;
      case TRANSITIONS -> next >= 0;
      case VIOLATIONS -> next == Machine.VIOLATION;
    };
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext ctx, Collector<R> out) throws Exception {
    MachineState stored = machineState.value();
    if (stored == null) {
      return;
    }
    if (stored.timer() != MachineState.NONE && stored.timer() != timestamp) {
      timer.unset(ctx.timerService(), stored.timer());
    }
    MachineState quiet = stored.withTimer(MachineState.NONE);
    MachineState now = fireTimeouts(quiet, timestamp, ctx.getCurrentKey());
    if (now == null) {
      machineState.clear();
      timer.unsetEnd(ctx.timerService());
    } else {
      machineState.update(scheduled(now, ctx.timerService()));
    }
  }

  @Override
  protected Class<?> states() {
    return StateMachineState.class;
  }

  @Override
  protected boolean isLive() throws Exception {
    return machineState.value() != null;
  }

  @Override
  protected void evict(TimerService timers) throws Exception {
    free(machineState.value(), timers);
  }
}
