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
 * The states of a machine and what moves it. Its states are {@code initial}, the keys of {@code
 * transitions} and {@code terminal}.
 *
 * @param initial the state of a key without history; back in it, a key is as new
 * @param transitions where each symbol leads from each state; the state {@value #ANY} stands for
 *     every state that has no rule of its own for the symbol, the symbol {@value #ANY} of a state
 *     for every symbol without a rule that is not ignored
 * @param ignore symbols that change nothing where they have no rule
 * @param terminal states that end the machine: its key is as new
 * @param timeouts where a machine goes that stays too long; {@value #ANY} stands for every state
 *     not named, never for the initial one
 * @param onViolation where a symbol without a rule leads
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
   * Checks and copies.
   *
   * @throws InvalidDefinitionException if a rule names an unknown state, or timeouts form a cycle
   */
  public StateMachineDefinition {
    Map<String, Map<String, String>> rules = new LinkedHashMap<>();
    transitions.forEach((state, own) -> rules.put(state, copy(own)));
    transitions = Collections.unmodifiableMap(rules);
    ignore = List.copyOf(ignore);
    terminal = List.copyOf(terminal);
    timeouts = copy(timeouts);
    List<DefinitionProblem> errors =
        new DefinitionErrors(initial, transitions, ignore, terminal, timeouts).find();
    if (!errors.isEmpty()) {
      throw new InvalidDefinitionException(errors);
    }
  }

  /** A machine to be described from its initial state on. */
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

  /** The symbols that a rule names, in the order of the rules, then the ignored ones. */
  public List<String> symbols() {
    Set<String> symbols = new LinkedHashSet<>();
    transitions.values().forEach(rules -> symbols.addAll(rules.keySet()));
    symbols.remove(ANY);
    symbols.addAll(ignore);
    return List.copyOf(symbols);
  }

  /**
   * Where a symbol leads from a state; null where it has no rule there.
   *
   * @param symbol one of {@link #symbols}, or {@value #ANY} for any other
   */
  public @Nullable String next(String state, String symbol) {
    Map<String, String> own = transitions.getOrDefault(state, Map.of());
    Map<String, String> common = transitions.getOrDefault(ANY, Map.of());
    String to = own.getOrDefault(symbol, common.get(symbol));
    return to != null || ignore.contains(symbol) ? to : own.getOrDefault(ANY, common.get(ANY));
  }

  /** Where the machine goes by itself from a state; null where it stays. */
  public @Nullable TimeoutRule timeoutOf(String state) {
    return ends(state) ? null : timeouts.getOrDefault(state, timeouts.get(ANY));
  }

  /** Whether a machine that enters this state is as new: it is initial or terminal. */
  public boolean ends(String state) {
    return state.equals(initial) || terminal.contains(state);
  }

  /** Whether no machine stays for ever in a state that has to be remembered. */
  public boolean isBounded() {
    return states().stream().allMatch(state -> ends(state) || timeoutOf(state) != null);
  }

  /** What no event can reach, and what never ends. */
  public List<DefinitionProblem> warnings() {
    return new DefinitionWarnings(this).find();
  }

  private static <V> Map<String, V> copy(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
