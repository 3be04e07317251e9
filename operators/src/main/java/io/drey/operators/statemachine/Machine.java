// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.statemachine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A definition compiled to tables: states and symbols are numbers, and a transition is found by
 * index.
 */
final class Machine {
  static final int INITIAL = 0;

  /** Instead of a next state: the symbol is ignored. */
  static final int IGNORED = -1;

  /** Instead of a next state: the symbol is a violation. */
  static final int VIOLATION = -2;

  private static final long NEVER = -1;

  private final String[] states;
  private final Map<String, Integer> stateNumbers = new HashMap<>();
  private final Map<String, Integer> symbolNumbers = new HashMap<>();

  /** The numbered symbols, followed by one for all others. */
  private final int width;

  private final int[] next;
  private final boolean[] ends;
  private final long[] after;
  private final int[] timeoutTo;
  private final List<List<String>> expected;

  Machine(StateMachineDefinition definition) {
    List<String> symbols = definition.symbols();
    states = definition.states().toArray(String[]::new);
    number(definition.states(), stateNumbers);
    number(symbols, symbolNumbers);
    width = symbols.size() + 1;
    next = new int[states.length * width];
    ends = new boolean[states.length];
    after = new long[states.length];
    timeoutTo = new int[states.length];
    for (int state = 0; state < states.length; state++) {
      ends[state] = definition.ends(states[state]);
      setTimeout(state, definition);
      for (int symbol = 0; symbol < width; symbol++) {
        String name = symbol < symbols.size() ? symbols.get(symbol) : StateMachineDefinition.ANY;
        next[state * width + symbol] = next(states[state], name, definition);
      }
    }
    expected = definition.states().stream().map(state -> expected(state, definition)).toList();
  }

  private static void number(Collection<String> names, Map<String, Integer> numbers) {
    names.forEach(name -> numbers.put(name, numbers.size()));
  }

  private void setTimeout(int state, StateMachineDefinition definition) {
    TimeoutRule rule = definition.timeoutOf(states[state]);
    after[state] = rule == null ? NEVER : rule.afterMillis();
    timeoutTo[state] = rule == null ? INITIAL : definition.states().indexOf(rule.to());
  }

  private int next(String state, String symbol, StateMachineDefinition definition) {
    String to = definition.next(state, symbol);
    if (to == null) {
      return definition.ignore().contains(symbol) ? IGNORED : VIOLATION;
    }
    return definition.states().indexOf(to);
  }

  private static List<String> expected(String state, StateMachineDefinition definition) {
    return definition.symbols().stream()
        .filter(symbol -> definition.next(state, symbol) != null)
        .sorted()
        .toList();
  }

  /** The number of a state; {@link #INITIAL} for an unknown or terminal state. */
  int state(String name) {
    Integer number = stateNumbers.get(name);
    return number == null || ends[number] ? INITIAL : number;
  }

  String name(int state) {
    return states[state];
  }

  /** The state that a symbol leads to, {@link #IGNORED} or {@link #VIOLATION}. */
  int next(int state, String symbol) {
    Integer number = symbolNumbers.get(symbol);
    return next[state * width + (number == null ? width - 1 : number)];
  }

  /** Whether a machine that enters the state starts anew. */
  boolean ends(int state) {
    return ends[state];
  }

  boolean hasTimeout(int state) {
    return after[state] != NEVER;
  }

  /** How long after its entry a state that {@link #hasTimeout} times out, in ms. */
  long after(int state) {
    return after[state];
  }

  int timeoutTo(int state) {
    return timeoutTo[state];
  }

  /** The symbols that move the machine from a state, sorted. */
  List<String> expected(int state) {
    return expected.get(state);
  }
}
