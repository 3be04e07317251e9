// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.statemachine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds a {@link StateMachineDefinition}. */
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

  /** These symbols are ignored in states that have no transition for them. */
  public StateMachineBuilder ignoring(String... symbols) {
    ignore.addAll(List.of(symbols));
    return this;
  }

  /** The machine ends in these states. */
  public StateMachineBuilder endingIn(String... states) {
    terminal.addAll(List.of(states));
    return this;
  }

  /** This state times out after that time and moves to that state. */
  public StateMachineBuilder timeout(String state, Duration after, String to) {
    timeouts.put(state, new TimeoutRule(after, to));
    return this;
  }

  /** A violation resets the machine to its initial state. */
  public StateMachineBuilder resettingOnViolation() {
    onViolation = OnViolation.RESET;
    return this;
  }

  /**
   * Builds the definition.
   *
   * @throws InvalidDefinitionException if a transition or timeout names an unknown state, or
   *     timeouts form a cycle
   */
  public StateMachineDefinition build() {
    return new StateMachineDefinition(
        initial, transitions, ignore, terminal, timeouts, onViolation);
  }
}
