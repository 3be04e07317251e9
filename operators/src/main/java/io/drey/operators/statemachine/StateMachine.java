package io.drey.operators.statemachine;

import io.drey.operators.rule.KeyedRuleOperator;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * Follows a machine for each key: every event has a symbol, which moves the machine, is ignored, or
 * breaks a rule. What breaks a rule leaves by {@link #violations} too, with the symbols that were
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
 * <p><b>Time:</b> event time, or the machine's clock, where there are timeouts; else none is
 * needed. A state runs out {@code after} its entry, unless an event moved the machine before or at
 * that instant; its record has that instant as its timestamp. All that have run out do so in turn
 * before a later event of the key is looked at, and at the end of input. A late event counts at the
 * entry of the state it finds.
 *
 * <p><b>State:</b> the name of the state and two instants a key. Freed when the machine enters a
 * terminal state or is back in its initial one. A state without a timeout is kept for as long as no
 * event moves the machine.
 *
 * <p>An event without a symbol leaves by {@code invalid}.
 */
public final class StateMachine {
  /** The id of the output tag of what broke a rule. */
  public static final String VIOLATIONS = "violations";

  /** The id of the output tag of states that ran out. */
  public static final String TIMEOUTS = "timeouts";

  private StateMachine() {}

  /** The tag of the results of events that broke a rule. */
  public static <R> OutputTag<R> violations(TypeInformation<R> type) {
    return new OutputTag<>(VIOLATIONS, type);
  }

  /** The tag of the results of timeouts. */
  public static <X> OutputTag<X> timeouts(TypeInformation<X> type) {
    return new OutputTag<>(TIMEOUTS, type);
  }

  /** Follows the machines; results are a {@link Transition} and a {@link StateTimeout} each. */
  public static <K, T> SingleOutputStreamOperator<Transition<T>> on(
      KeyedStream<T, K> events, Symbol<T> symbol, StateMachineOptions options, String uid) {
    return on(
        events,
        symbol,
        StateMachineResults.records(events.getKeyType(), events.getType()),
        options,
        uid);
  }

  /** Follows the machines; results are of any type. */
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
