// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.graph;

import io.drey.jobs.text.DurationText;
import io.drey.operators.statemachine.StateMachineDefinition;
import io.drey.operators.statemachine.TimeoutRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The state machine of a step as a diagram: an arrow leads to the initial state, and terminal
 * states have a double border. Rules that apply to all states are drawn from each.
 */
public final class StateDiagram {
  private static final String START = "start";

  private final StateMachineDefinition definition;
  private final Diagram language;
  private final List<String> lines = new ArrayList<>();

  private StateDiagram(StateMachineDefinition definition, Diagram language) {
    this.definition = definition;
    this.language = language;
  }

  /** The lines of the diagram. */
  public static List<String> of(StateMachineDefinition definition, Diagram language) {
    StateDiagram diagram = new StateDiagram(definition, language);
    diagram.draw();
    return diagram.lines;
  }

  private void draw() {
    lines.addAll(language.head());
    lines.add(language.vertex(START, "", Diagram.Shape.DOT));
    definition.states().forEach(this::drawState);
    lines.add(language.edge(START, id(definition.initial()), ""));
    for (String state : definition.states()) {
      if (state.equals(definition.initial()) || !definition.ends(state)) {
        symbolsByTarget(state).forEach((to, symbols) -> drawEdge(state, to, symbols));
      }
      TimeoutRule timeout = definition.timeoutOf(state);
      if (timeout != null) {
        drawEdge(state, timeout.to(), "after " + DurationText.of(timeout.after()));
      }
    }
    lines.addAll(language.foot());
  }

  private void drawState(String state) {
    boolean isTerminal = definition.terminal().contains(state);
    Diagram.Shape shape = isTerminal ? Diagram.Shape.DOUBLE_BOX : Diagram.Shape.BOX;
    lines.add(language.vertex(id(state), state, shape));
  }

  /** Symbols with the same target as all other symbols are drawn with those. */
  private Map<String, String> symbolsByTarget(String state) {
    String toOfOthers = definition.next(state, StateMachineDefinition.ANY);
    List<String> symbols = new ArrayList<>(definition.symbols());
    Map<String, String> targets = new LinkedHashMap<>();
    for (String symbol : symbols) {
      String to = definition.next(state, symbol);
      if (to != null && !to.equals(toOfOthers)) {
        targets.merge(to, symbol, (one, other) -> one + ", " + other);
      }
    }
    if (toOfOthers != null) {
      targets.put(toOfOthers, StateMachineDefinition.ANY);
    }
    return targets;
  }

  private void drawEdge(String from, String to, String label) {
    lines.add(language.edge(id(from), id(to), label));
  }

  /** Names may contain any character, ids may not. */
  private String id(String state) {
    return "s" + definition.states().indexOf(state);
  }
}
