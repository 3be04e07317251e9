// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.statemachine;

import io.drey.operators.rule.KeyedRuleOperator;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * Runs a state machine for each key: every event has a symbol, which moves the machine, is ignored,
 * or is a violation. Violations also go to {@link #violations}, with the symbols that were
 * expected.
 *
 * <pre>{@code
 * StateMachineDefinition door =
 *     StateMachineDefinition.startingIn("CLOSED")
 *         .when("CLOSED", "open", "OPEN")
 *         .when("OPEN", "close", "CLOSED")
 *         .timeout("OPEN", Duration.ofMinutes(5), "CLOSED")
 *         .build();
 * SingleOutputStreamOperator<Transition<Signal>> seen =
 *     StateMachine.on(
 *         signals.keyBy(Signal::door), Signal::action, StateMachineOptions.of(door), "doors");
 * DataStream<Transition<Signal>> forced =
 *     seen.getSideOutput(StateMachine.violations(seen.getType()));
 * DataStream<StateTimeout<String>> leftOpen =
 *     seen.getSideOutput(StateMachine.timeouts(StateTimeout.type(Types.STRING)));
 * }</pre>
 *
 * <p><b>Time:</b> event time, or processing time, if there are timeouts; otherwise timestamps are
 * not needed. A state times out {@code after} it was entered, unless an event moved the machine
 * before or at that instant; the record of the timeout has that instant as its timestamp. All
 * timeouts that are due fire in turn before a later event of the key is handled, and at the end of
 * input. A late event counts as if it came at the entry of the current state.
 *
 * <p><b>State:</b> the name of the state and two instants per key. Freed when the machine enters a
 * terminal state or returns to its initial one. A machine in a state without a timeout stays there
 * until an event moves it.
 *
 * <p>An event without a symbol goes to {@code invalid}.
 */
public final class StateMachine {
  /** The id of the side output for violations. */
  public static final String VIOLATIONS = "violations";

  /** The id of the side output for timeouts. */
  public static final String TIMEOUTS = "timeouts";

  private StateMachine() {}

  /** The tag of the results of violations. */
  public static <R> OutputTag<R> violations(TypeInformation<R> type) {
    return new OutputTag<>(VIOLATIONS, type);
  }

  /** The tag of the results of timeouts. */
  public static <X> OutputTag<X> timeouts(TypeInformation<X> type) {
    return new OutputTag<>(TIMEOUTS, type);
  }

  /** Runs the machines; results are {@link Transition} and {@link StateTimeout}. */
  public static <K, T> SingleOutputStreamOperator<Transition<T>> on(
      KeyedStream<T, K> events, Symbol<T> symbol, StateMachineOptions options, String uid) {
    return on(
        events,
        symbol,
        StateMachineResults.records(events.getKeyType(), events.getType()),
        options,
        uid);
  }

  /** Runs the machines; results may be of any type. */
  public static <K, T, R, X> SingleOutputStreamOperator<R> on(
      KeyedStream<T, K> events,
      Symbol<T> symbol,
      StateMachineResults<K, T, R, X> results,
      StateMachineOptions options,
      String uid) {
    return KeyedRuleOperator.on(
        events,
        new FollowStates<>(symbol, results, options),
        options.settings(),
        results.type(),
        uid);
  }
}
