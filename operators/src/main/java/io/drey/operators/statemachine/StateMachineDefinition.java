// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.statemachine;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The states and transitions of a machine. Its states are {@code initial}, the keys of {@code
 * transitions} and {@code terminal}.
 *
 * @param initial the state in which each key starts; a machine that returns to it starts anew
 * @param transitions the next state for each state and symbol; the state {@value #ANY} stands for
 *     every state without its own transition for the symbol, the symbol {@value #ANY} for every
 *     symbol that has no transition in the state and is not ignored
 * @param ignore symbols that are ignored in states that have no transition for them
 * @param terminal the states in which the machine ends: the key then starts anew
 * @param timeouts the timeouts of states; {@value #ANY} stands for every state without its own,
 *     except the initial one
 * @param onViolation what a violation does to the state
 */
public record StateMachineDefinition(
    String initial,
    Map<String, Map<String, String>> transitions,
    List<String> ignore,
    List<String> terminal,
    Map<String, TimeoutRule> timeouts,
    OnViolation onViolation)
    implements Serializable {
  /** Stands for any state, or any symbol. */
  public static final String ANY = "*";

  /**
   * Validates and copies.
   *
   * @throws InvalidDefinitionException if a transition or timeout names an unknown state, or
   *     timeouts form a cycle
   */
  public StateMachineDefinition {
    Map<String, Map<String, String>> rules = new LinkedHashMap<>();
    transitions.forEach((state, own) -> rules.put(state, copy(own)));
    transitions = Collections.unmodifiableMap(rules);
    ignore = List.copyOf(ignore);
    terminal = List.copyOf(terminal);
    timeouts = copy(timeouts);
    check(initial, transitions, ignore, terminal, timeouts);
  }

  /**
   * Checks a definition.
   *
   * @throws InvalidDefinitionException if a transition or timeout names an unknown state, or
   *     timeouts form a cycle
   */
  public static void check(
      String initial,
      Map<String, Map<String, String>> transitions,
      List<String> ignore,
      List<String> terminal,
      Map<String, TimeoutRule> timeouts) {
    List<DefinitionProblem> errors =
        new DefinitionErrors(initial, transitions, ignore, terminal, timeouts).find();
    if (!errors.isEmpty()) {
      throw new InvalidDefinitionException(errors);
    }
  }

  /** Starts a definition with its initial state. */
  public static StateMachineBuilder startingIn(String initial) {
    return new StateMachineBuilder(initial);
  }

  /** The names of the states, the initial one first. */
  public List<String> states() {
    return List.copyOf(states(initial, transitions.keySet(), terminal));
  }

  static Set<String> states(String initial, Set<String> withRules, List<String> terminal) {
    Set<String> states = new LinkedHashSet<>();
    states.add(initial);
    states.addAll(withRules);
    states.addAll(terminal);
    states.remove(ANY);
    return states;
  }

  /** The symbols of transitions, in their order, then the ignored ones. */
  public List<String> symbols() {
    Set<String> symbols = new LinkedHashSet<>();
    transitions.values().forEach(rules -> symbols.addAll(rules.keySet()));
    symbols.remove(ANY);
    symbols.addAll(ignore);
    return List.copyOf(symbols);
  }

  /**
   * The next state for a symbol; null if the state has no transition for it.
   *
   * @param symbol one of {@link #symbols}, or {@value #ANY} for any other
   */
  public @Nullable String next(String state, String symbol) {
    Map<String, String> own = transitions.getOrDefault(state, Map.of());
    Map<String, String> common = transitions.getOrDefault(ANY, Map.of());
    String to = own.getOrDefault(symbol, common.get(symbol));
    return to != null || ignore.contains(symbol) ? to : own.getOrDefault(ANY, common.get(ANY));
  }

  /** The timeout of a state; null if it has none. */
  public @Nullable TimeoutRule timeoutOf(String state) {
    return ends(state) ? null : timeouts.getOrDefault(state, timeouts.get(ANY));
  }

  /** Whether a machine that enters this state starts anew: it is initial or terminal. */
  public boolean ends(String state) {
    return state.equals(initial) || terminal.contains(state);
  }

  /** Whether every state that takes up Flink state has a timeout. */
  public boolean isBounded() {
    return states().stream().allMatch(state -> ends(state) || timeoutOf(state) != null);
  }

  /** Unreachable states, and states that never end. */
  public List<DefinitionProblem> warnings() {
    return new DefinitionWarnings(this).find();
  }

  private static <V> Map<String, V> copy(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
