package io.drey.operators.statemachine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the rules of a {@link StateMachineDefinition}. */
public final class StateMachineBuilder {
  private final String initial;
  private final Map<String, Map<String, String>> transitions = new LinkedHashMap<>();
  private final List<String> ignore = new ArrayList<>();
  private final List<String> terminal = new ArrayList<>();
  private final Map<String, TimeoutRule> timeouts = new LinkedHashMap<>();
  private OnViolation onViolation = OnViolation.STAY;

  StateMachineBuilder(String initial) {
    this.initial = initial;
  }

  /** In this state, this symbol leads to that state. */
  public StateMachineBuilder when(String state, String symbol, String to) {
    transitions.computeIfAbsent(state, unused -> new LinkedHashMap<>()).put(symbol, to);
    return this;
  }

  /** These symbols change nothing where they have no rule. */
  public StateMachineBuilder ignoring(String... symbols) {
    ignore.addAll(List.of(symbols));
    return this;
  }

  /** These states end the machine. */
  public StateMachineBuilder endingIn(String... states) {
    terminal.addAll(List.of(states));
    return this;
  }

  /** Whoever stays in this state for longer goes to that state. */
  public StateMachineBuilder timeout(String state, Duration after, String to) {
    timeouts.put(state, new TimeoutRule(after, to));
    return this;
  }

  /** A violation puts the machine back into its initial state. */
  public StateMachineBuilder resettingOnViolation() {
    onViolation = OnViolation.RESET;
    return this;
  }

  /**
   * The definition of what has been described.
   *
   * @throws InvalidDefinitionException if a rule names an unknown state, or timeouts form a cycle
   */
  public StateMachineDefinition build() {
    return new StateMachineDefinition(
        initial, transitions, ignore, terminal, timeouts, onViolation);
  }
}
