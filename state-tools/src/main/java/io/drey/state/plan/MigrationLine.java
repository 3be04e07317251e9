// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of a migration plan.
 *
 * @param path the keys that lead to it
 * @param change its value, as YAML
 */
public record MigrationLine(List<String> path, String change) {
  /** Stands for an expression that only the user can write. */
  private static final String UNWRITTEN = "EXPR";

  static MigrationLine maxParallelism(int wanted) {
    return new MigrationLine(List.of("max-parallelism"), String.valueOf(wanted));
  }

  static MigrationLine dropOperator(Object operator) {
    return operator(operator, List.of(), "drop");
  }

  static MigrationLine renameOperator(Object operator, Object to) {
    return operator(operator, List.of("rename-to"), quoted(to));
  }

  static MigrationLine dropState(Object operator, String state) {
    return state(operator, state, "drop");
  }

  static MigrationLine renameState(Object operator, String state, String to) {
    return state(operator, state, "{rename-to: " + quoted(to) + "}");
  }

  /**
   * Makes an incompatible state compatible by changing its values; null if only dropping it does.
   */
  static @Nullable Remedy mend(Object operator, String state, List<TypeDifference> differences) {
    TypeDifference first = differences.get(0);
    if (differences.size() == 1 && !first.place().isField() && first.cast().isPresent()) {
      String type = first.cast().orElseThrow();
      return Remedy.of(state(operator, state, "{transform: \"value\", type: " + type + "}"));
    }
    ValueSteps steps = ValueSteps.of(differences);
    return steps == null
        ? null
        : Remedy.of(state(operator, state, steps.toString())).with(steps.loss());
  }

  /** Another kind of the same state; what is written as EXPR makes its value of the old one. */
  static MigrationLine changeKind(Object operator, StateShape old, StateShape changed) {
    boolean isOneOfMany = old.kind().equals("value") && changed.kind().equals("list");
    String value = isOneOfMany ? "[value]" : UNWRITTEN;
    String type = changed.typeText() == null ? "" : ", type: '" + changed.typeText() + "'";
    String ttl = old.hasTtl() ? ", ttl-from: newest" : "";
    return state(
        operator,
        old.name(),
        "{kind: " + changed.kind() + type + ", transform: \"" + value + "\"" + ttl + "}");
  }

  /** Forgets a topic that a source has read. */
  static MigrationLine dropTopic(Object operator, String topic) {
    return operator(operator, List.of("kafka", "drop"), "[" + quoted(topic) + "]");
  }

  private static MigrationLine state(Object operator, String state, String change) {
    return operator(operator, List.of("states", state), change);
  }

  private static MigrationLine operator(Object operator, List<String> inner, String change) {
    List<String> path = new ArrayList<>(List.of("operators", operator.toString()));
    path.addAll(inner);
    return new MigrationLine(List.copyOf(path), change);
  }

  boolean isMaxParallelism() {
    return path.size() == 1;
  }

  /** Whether a migration can take it as it is. */
  boolean isComplete() {
    return !change.contains(UNWRITTEN);
  }

  /** The step in one line of YAML. */
  String yaml() {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < path.size(); i++) {
      yaml.append(i == 0 ? "" : "{").append(quoted(path.get(i))).append(": ");
    }
    yaml.append(change).append(String.join("", Collections.nCopies(path.size() - 1, "}")));
    return yaml.toString();
  }

  @Override
  public String toString() {
    return "in a migration plan: " + yaml();
  }

  /** Quotes what YAML might not read as a string. */
  static String quoted(Object name) {
    String text = name.toString();
    boolean isPlain =
        text.matches("[A-Za-z_][A-Za-z0-9_.$-]*") && !text.matches("(?i)true|false|null");
    return isPlain ? text : "'" + text.replace("'", "''") + "'";
  }
}
