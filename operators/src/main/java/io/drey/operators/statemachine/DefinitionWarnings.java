// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.statemachine;

import static io.drey.operators.statemachine.StateMachineDefinition.ANY;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds parts of a definition without effect: unreachable states, and states that never end. */
final class DefinitionWarnings {
  private final StateMachineDefinition definition;
  private final List<DefinitionProblem> found = new ArrayList<>();

  DefinitionWarnings(StateMachineDefinition definition) {
    this.definition = definition;
  }

  List<DefinitionProblem> find() {
    Map<String, Set<String>> ways = ways();
    Set<String> reached = reachable(ways, List.of(definition.initial()));
    Set<String> ending = reachable(reversed(ways), definition.terminal());
    for (String state : definition.states()) {
      if (!reached.contains(state)) {
        warn(state, "State '" + state + "' cannot be reached");
      }
      if (!definition.terminal().isEmpty() && !ending.contains(state)) {
        warn(state, "No terminal state can be reached from '" + state + "'");
      }
    }
    definition.timeouts().keySet().forEach(this::checkTimeout);
    return found;
  }

  /** The states reachable in one step from each state; none from a terminal state. */
  private Map<String, Set<String>> ways() {
    List<String> symbols = new ArrayList<>(definition.symbols());
    symbols.add(ANY);
    Map<String, Set<String>> ways = new LinkedHashMap<>();
    for (String state : definition.states()) {
      Set<String> next = ways.computeIfAbsent(state, unused -> new LinkedHashSet<>());
      if (state.equals(definition.initial()) || !definition.ends(state)) {
        symbols.forEach(symbol -> add(definition.next(state, symbol), next));
      }
      TimeoutRule timeout = definition.timeoutOf(state);
      add(timeout == null ? null : timeout.to(), next);
    }
    return ways;
  }

  private static void add(@Nullable String state, Set<String> states) {
    if (state != null) {
      states.add(state);
    }
  }

  private static Map<String, Set<String>> reversed(Map<String, Set<String>> ways) {
    Map<String, Set<String>> reversed = new LinkedHashMap<>();
    ways.forEach(
        (from, next) ->
            next.forEach(
                to -> reversed.computeIfAbsent(to, unused -> new LinkedHashSet<>()).add(from)));
    return reversed;
  }

  private static Set<String> reachable(Map<String, Set<String>> ways, Collection<String> from) {
    Set<String> reached = new HashSet<>(from);
    Deque<String> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      for (String next : ways.getOrDefault(open.remove(), Set.of())) {
        if (reached.add(next)) {
          open.add(next);
        }
      }
    }
    return reached;
  }

  private void checkTimeout(String state) {
    if (definition.ends(state)) {
      String kind = definition.terminal().contains(state) ? "a terminal" : "the initial";
      String message = "Timeout of '" + state + "' never fires: it is " + kind + " state";
      found.add(DefinitionProblem.at(message, "timeouts", state));
    }
  }

  private void warn(String state, String message) {
    if (definition.transitions().containsKey(state)) {
      found.add(DefinitionProblem.at(message, "transitions", state));
    } else if (definition.terminal().contains(state)) {
      found.add(DefinitionProblem.at(message, "terminal", state));
    } else {
      found.add(DefinitionProblem.at(message, "initial"));
    }
  }
}
