// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.statemachine;

import static io.drey.operators.statemachine.StateMachineDefinition.ANY;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the errors of a definition: unknown states, and timeouts that form a cycle. */
final class DefinitionErrors {
  private final String initial;
  private final Map<String, Map<String, String>> transitions;
  private final List<String> ignore;
  private final List<String> terminal;
  private final Map<String, TimeoutRule> timeouts;
  private final Set<String> states;
  private final Set<Set<String>> cycles = new HashSet<>();
  private final List<DefinitionProblem> found = new ArrayList<>();

  DefinitionErrors(
      String initial,
      Map<String, Map<String, String>> transitions,
      List<String> ignore,
      List<String> terminal,
      Map<String, TimeoutRule> timeouts) {
    this.initial = initial;
    this.transitions = transitions;
    this.ignore = ignore;
    this.terminal = terminal;
    this.timeouts = timeouts;
    this.states = StateMachineDefinition.states(initial, transitions.keySet(), terminal);
  }

  List<DefinitionProblem> find() {
    refuseAny(initial, "be a state", "initial");
    transitions.forEach(
        (state, rules) ->
            rules.forEach((symbol, to) -> checkKnown(to, "transitions", state, symbol)));
    ignore.forEach(symbol -> refuseAny(symbol, "name symbols", "ignore", symbol));
    terminal.forEach(state -> refuseAny(state, "name states", "terminal", state));
    timeouts.forEach(this::checkTimeout);
    timeouts.forEach(this::checkCycle);
    return found;
  }

  private void refuseAny(String name, String rule, String... path) {
    if (name.equals(ANY)) {
      String message = "Invalid " + path[0] + ": must " + rule + " but was '" + ANY + "'";
      found.add(DefinitionProblem.at(message, path));
    }
  }

  private void checkTimeout(String state, TimeoutRule rule) {
    if (!state.equals(ANY)) {
      checkKnown(state, "timeouts", state);
    }
    checkKnown(rule.to(), "timeouts", state, "to");
  }

  private void checkKnown(String state, String... path) {
    if (!states.contains(state)) {
      String known = String.join(", ", states);
      found.add(DefinitionProblem.at("Unknown state '" + state + "' (known: " + known + ")", path));
    }
  }

  private void checkCycle(String owner, TimeoutRule first) {
    List<String> way = new ArrayList<>();
    String state = owner.equals(ANY) ? first.to() : owner;
    while (!way.contains(state)) {
      TimeoutRule rule = timeoutOf(state);
      if (rule == null) {
        return;
      }
      way.add(state);
      state = rule.to();
    }
    List<String> cycle = way.subList(way.indexOf(state), way.size());
    if (cycles.add(Set.copyOf(cycle))) {
      String shown = String.join(" -> ", cycle) + " -> " + state;
      found.add(
          DefinitionProblem.at(
              "Invalid timeouts: must not form a cycle but was " + shown,
              "timeouts",
              timeouts.containsKey(state) ? state : ANY));
    }
  }

  /** As the definition resolves it, for known states. */
  private @Nullable TimeoutRule timeoutOf(String state) {
    boolean stays = state.equals(initial) || terminal.contains(state) || !states.contains(state);
    return stays ? null : timeouts.getOrDefault(state, timeouts.get(ANY));
  }
}
