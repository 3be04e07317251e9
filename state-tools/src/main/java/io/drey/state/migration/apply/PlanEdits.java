// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.apply;

import io.drey.state.migration.OperatorChange;
import io.drey.state.migration.StateChange;
import io.drey.state.migration.check.ResolvedOperator;
import io.drey.state.migration.check.ResolvedPlan;
import io.drey.state.migration.kafka.KafkaEdit;
import io.drey.state.rewrite.edit.KeyEdit;
import io.drey.state.rewrite.edit.OperatorEdit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns a migration plan into what becomes of each operator. */
public final class PlanEdits {
  private PlanEdits() {}

  /**
   * Returns what becomes of the operators that are kept.
   *
   * @param plan without problems
   * @param now the time of last access of entries that get a TTL, in milliseconds of the epoch,
   *     unless the plan gives one
   * @throws io.drey.state.rewrite.edit.RefusedException if it cannot be carried out
   */
  public static List<OperatorEdit> of(ResolvedPlan plan, long now) {
    List<OperatorEdit> edits = new ArrayList<>();
    for (ResolvedOperator operator : plan.operators()) {
      if (!operator.isDropped()) {
        Limits.check(operator);
        edits.add(edit(operator, now));
      }
    }
    return edits;
  }

  /** Returns what becomes of an operator whose states only lose entries. */
  public static OperatorEdit of(ResolvedOperator operator) {
    return edit(operator, 0);
  }

  private static OperatorEdit edit(ResolvedOperator operator, long now) {
    OperatorEdit edit =
        OperatorEdit.none(operator.snapshot())
            .withId(operator.id())
            .withMaxParallelism(operator.maxParallelism());
    OperatorChange change = operator.change();
    if (change == null) {
      return edit;
    }
    Map<String, StateChange> changes = new HashMap<>();
    change.states().forEach(state -> changes.put(state.state().value(), state));
    if (!change.keyed().isNothing() || contains(changes, operator.states().keyed())) {
      edit = edit.withKeyed(new PlannedKeyedStates(operator, change.keyed(), changes, now));
    }
    KeyEdit keys = PlannedKeys.of(operator, change.keyed());
    if (keys != null) {
      edit = edit.withKeys(keys);
    }
    PlannedOperatorStates own =
        contains(changes, operator.states().own())
            ? new PlannedOperatorStates(operator, changes)
            : null;
    KafkaEdit kafka = operator.kafka();
    if (kafka != null) {
      return edit.withOperator(kafka.readers(own)).withCoordinator(kafka.coordinator());
    }
    return own == null ? edit : edit.withOperator(own);
  }

  private static boolean contains(Map<String, StateChange> changes, Map<String, ?> states) {
    return changes.keySet().stream().anyMatch(states::containsKey);
  }
}
