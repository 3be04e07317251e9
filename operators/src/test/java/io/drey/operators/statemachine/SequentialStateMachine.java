// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.statemachine;

import io.drey.operators.sameness.Timed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The state machine as one would write it over a list: the rules of its contract and nothing of
 * Flink.
 */
final class SequentialStateMachine {
  private record Now(String state, long entry) {}

  private final StateMachineDefinition definition;
  private final Emit emit;
  private final Map<String, Now> machines = new HashMap<>();
  private final List<String> out = new ArrayList<>();

  SequentialStateMachine(StateMachineOptions options) {
    definition = options.definition();
    emit = options.emit();
  }

  List<String> run(List<Timed<String>> input) {
    for (Timed<String> event : input) {
      process(event);
    }
    for (String key : List.copyOf(machines.keySet())) {
      timeOut(key, Long.MAX_VALUE);
    }
    return out;
  }

  private void process(Timed<String> event) {
    String key = TestingMachines.key(event.value());
    String symbol = event.value().substring(event.value().indexOf(':') + 1);
    timeOut(key, event.time());
    Now now = machines.get(key);
    String from = now == null ? definition.initial() : now.state();
    String to = rule(from, symbol);
    boolean violation = to == null && !definition.ignore().contains(symbol);
    if (to != null) {
      enter(key, to, now == null ? event.time() : Math.max(now.entry(), event.time()));
    } else if (violation && definition.onViolation() == OnViolation.RESET) {
      machines.remove(key);
    }
    tell(event, from, to != null, violation);
  }

  private void tell(Timed<String> event, String from, boolean moved, boolean violation) {
    String key = TestingMachines.key(event.value());
    String symbol = event.value().substring(event.value().indexOf(':') + 1);
    String rest = machines.containsKey(key) ? machines.get(key).state() : definition.initial();
    String after = moved ? rule(from, symbol) : rest;
    String result = event.value() + " " + after + (violation ? " not " + expected(from) : "");
    if (emit == Emit.ALL || (emit == Emit.TRANSITIONS ? moved : violation)) {
      out.add("main " + result + " @ " + event.time());
    }
    if (violation) {
      out.add("violations " + result + " @ " + event.time());
    }
  }

  private void timeOut(String key, long time) {
    Now now = machines.get(key);
    TimeoutRule rule = now == null ? null : timeout(now.state());
    if (now == null || rule == null) {
      return;
    }
    long at = now.entry() + rule.after().toMillis();
    if (at < time) {
      out.add("timeouts %s %s -> %s at %d @ %d".formatted(key, now.state(), rule.to(), at, at));
      enter(key, rule.to(), at);
      timeOut(key, time);
    }
  }

  private void enter(String key, String state, long time) {
    if (state.equals(definition.initial()) || definition.terminal().contains(state)) {
      machines.remove(key);
    } else {
      machines.put(key, new Now(state, time));
    }
  }

  private @Nullable TimeoutRule timeout(String state) {
    TimeoutRule own = definition.timeouts().get(state);
    return own != null ? own : definition.timeouts().get("*");
  }

  private @Nullable String rule(String state, String symbol) {
    Map<String, String> own = definition.transitions().getOrDefault(state, Map.of());
    Map<String, String> common = definition.transitions().getOrDefault("*", Map.of());
    if (own.containsKey(symbol)) {
      return own.get(symbol);
    }
    if (common.containsKey(symbol)) {
      return common.get(symbol);
    }
    return definition.ignore().contains(symbol) ? null : own.get("*");
  }

  private String expected(String state) {
    TreeSet<String> symbols = new TreeSet<>();
    symbols.addAll(definition.transitions().getOrDefault(state, Map.of()).keySet());
    symbols.addAll(definition.transitions().getOrDefault("*", Map.of()).keySet());
    return symbols.toString();
  }
}
