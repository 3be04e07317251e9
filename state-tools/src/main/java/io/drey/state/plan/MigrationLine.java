// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines of a migration plan. */
final class MigrationLine {
  private static final String IN_A_PLAN = "in a migration plan: ";

  private MigrationLine() {}

  static String maxParallelism(int wanted) {
    return IN_A_PLAN + "max-parallelism: " + wanted;
  }

  static String dropOperator(Object operator) {
    return operator(operator, "drop");
  }

  static String renameOperator(Object operator, Object to) {
    return operator(operator, "{rename-to: " + quoted(to) + "}");
  }

  static String dropState(Object operator, String state) {
    return state(operator, state, "drop");
  }

  static String renameState(Object operator, String state, String to) {
    return state(operator, state, "{rename-to: " + quoted(to) + "}");
  }

  /**
   * Makes an incompatible state compatible by changing its values; null if only dropping it does.
   */
  static @Nullable String mend(Object operator, String state, List<TypeDifference> differences) {
    TypeDifference first = differences.get(0);
    if (differences.size() == 1 && !first.place().isField() && first.cast().isPresent()) {
      String type = first.cast().orElseThrow();
      return state(operator, state, "{transform: \"value\", type: " + type + "}");
    }
    ValueSteps steps = ValueSteps.of(differences);
    return steps == null ? null : state(operator, state, steps.toString()) + steps.loss();
  }

  /** Another kind of the same state; what is written as EXPR makes its value of the old one. */
  static String changeKind(Object operator, String state, String kind) {
    String value = kind.equals("list") ? "[value]" : "EXPR";
    return state(operator, state, "{kind: " + kind + ", transform: \"" + value + "\"}");
  }

  /** Forgets a topic that a source has read. */
  static String dropTopic(Object operator, String topic) {
    return operator(operator, "{kafka: {drop: [" + quoted(topic) + "]}}");
  }

  private static String state(Object operator, String state, String change) {
    return operator(operator, "{states: {" + quoted(state) + ": " + change + "}}");
  }

  private static String operator(Object operator, String change) {
    return IN_A_PLAN + "operators: {" + quoted(operator) + ": " + change + "}";
  }

  /** Quotes what YAML might not read as a string. */
  static String quoted(Object name) {
    String text = name.toString();
    boolean isPlain =
        text.matches("[A-Za-z_][A-Za-z0-9_.$-]*") && !text.matches("(?i)true|false|null");
    return isPlain ? text : "'" + text.replace("'", "''") + "'";
  }
}
