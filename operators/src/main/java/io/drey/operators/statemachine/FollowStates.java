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
  private final DeadlineTimer alarm;
  private final boolean timed;

  private transient Machine machine;
  private transient ValueState<MachineState> standings;

  FollowStates(
      Symbol<T> symbol, StateMachineResults<K, T, R, X> results, StateMachineOptions options) {
    this.symbol = symbol;
    this.results = results;
    this.options = options;
    this.violations = StateMachine.violations(results.type());
    this.timeouts = StateMachine.timeouts(results.timeoutType());
    this.alarm = new DeadlineTimer(options.settings().time());
    this.timed = !options.definition().timeouts().isEmpty();
  }

  @Override
  public void open(OpenContext openContext) {
    machine = new Machine(options.definition());
    standings = getRuntimeContext().getState(StateMachineState.machineState());
  }

  @Override
  public void processElement(T event, Context ctx, Collector<R> out) throws Exception {
    String word = symbol.of(event);
    if (word == null) {
      throw new InvalidEventException("Missing symbol");
    }
    long time = timed ? timeOf(ctx, options.settings().time()) : MachineState.NONE;
    MachineState kept = standings.value();
    boolean isCurrent = kept == null || isCurrent(kept, time);
    MachineState before = isCurrent ? kept : standingAt(time, kept, ctx.getCurrentKey());
    int from = before == null ? Machine.INITIAL : machine.state(before.state());
    int next = machine.next(from, word);
    int to = next >= 0 ? next : afterNoMove(from, next);
    if (next >= 0 || to != from) {
      keep(kept, moved(before, to, time), ctx.timerService());
    } else if (!isCurrent) {
      keep(kept, before, ctx.timerService());
    }
    emit(event, from, next, to, ctx, out);
  }

  /** Whether no timeout is due before an event, so that the stored state is current. */
  private boolean isCurrent(MachineState kept, long time) {
    int state = machine.state(kept.state());
    if (!timed || state == Machine.INITIAL) {
      return state != Machine.INITIAL;
    }
    return kept.since() != MachineState.NONE
        && (!machine.hasTimeout(state)
            || time <= Instants.plus(kept.since(), machine.after(state)));
  }

  /** The state for the event otherwise: timeouts that were due before it have fired. */
  private @Nullable MachineState standingAt(long time, MachineState kept, K key) {
    MachineState measured = kept.since() == MachineState.NONE ? kept.at(time) : kept;
    return runOut(measured, time == Long.MIN_VALUE ? time : time - 1, key);
  }

  /** The state may have been stored with another definition. */
  private boolean isKnown(MachineState standing) {
    return machine.state(standing.state()) != Machine.INITIAL;
  }

  /** Fires all timeouts that are due at an instant; null if the machine has ended. */
  private @Nullable MachineState runOut(MachineState kept, long until, K key) {
    MachineState standing = isKnown(kept) ? kept : null;
    while (standing != null && hasDeadline(standing) && deadline(standing) <= until) {
      int from = machine.state(standing.state());
      int to = machine.timeoutTo(from);
      long at = deadline(standing);
      emitAt(at, timeouts, results.timeouts().mark(key, machine.name(from), machine.name(to), at));
      standing = machine.ends(to) ? null : new MachineState(machine.name(to), at, standing.timer());
    }
    return standing;
  }

  private boolean hasDeadline(MachineState standing) {
    return standing.since() != MachineState.NONE
        && machine.hasTimeout(machine.state(standing.state()));
  }

  private long deadline(MachineState standing) {
    return Instants.plus(standing.since(), machine.after(machine.state(standing.state())));
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
  private void keep(@Nullable MachineState kept, @Nullable MachineState now, TimerService timers)
      throws Exception {
    if (now == null) {
      free(kept, timers);
      return;
    }
    MachineState armed =
        armed(now.withTimer(kept == null ? MachineState.NONE : kept.timer()), timers);
    if (!armed.equals(kept)) {
      standings.update(armed);
    }
  }

  private void free(@Nullable MachineState kept, TimerService timers) {
    if (kept == null) {
      return;
    }
    standings.clear();
    if (kept.timer() != MachineState.NONE) {
      alarm.unset(timers, kept.timer());
      alarm.unsetEnd(timers);
    }
  }

  private MachineState armed(MachineState standing, TimerService timers) {
    if (!hasDeadline(standing)) {
      return standing;
    }
    long deadline = deadline(standing);
    if (standing.timer() != MachineState.NONE) {
      if (standing.timer() <= deadline) {
        return standing;
      }
      alarm.unset(timers, standing.timer());
    }
    alarm.set(timers, deadline);
    return standing.withTimer(deadline);
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
    MachineState kept = standings.value();
    if (kept == null) {
      return;
    }
    if (kept.timer() != MachineState.NONE && kept.timer() != timestamp) {
      alarm.unset(ctx.timerService(), kept.timer());
    }
    MachineState quiet = kept.withTimer(MachineState.NONE);
    MachineState now = runOut(quiet, timestamp, ctx.getCurrentKey());
    if (now == null) {
      standings.clear();
      alarm.unsetEnd(ctx.timerService());
    } else {
      standings.update(armed(now, ctx.timerService()));
    }
  }

  @Override
  protected boolean isLive() throws Exception {
    return standings.value() != null;
  }

  @Override
  protected void evict(TimerService timers) throws Exception {
    free(standings.value(), timers);
  }
}
