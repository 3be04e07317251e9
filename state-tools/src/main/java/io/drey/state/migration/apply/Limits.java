// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.apply;

import io.drey.operators.meaning.OperatorMarker;
import io.drey.state.migration.OperatorChange;
import io.drey.state.migration.StateChange;
import io.drey.state.migration.Transform;
import io.drey.state.migration.check.ResolvedOperator;
import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.snapshot.metadata.OperatorHandle;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import java.util.Objects;

/** Refuses changes that would leave an operator's states at odds with one another. */
public final class Limits {
  /** The state of operators with {@code max-keys} that links a key to the one used before it. */
  private static final String RECENCY = "older-key";

  private static final String KV = "KvState";

  private Limits() {}

  /**
   * Checks what becomes of an operator.
   *
   * @throws RefusedException if a change cannot be made
   */
  static void check(ResolvedOperator operator) {
    OperatorChange change = operator.change();
    if (change != null && change.kafka() != null) {
      throw refused(operator, "offsets of Kafka can be read but not changed");
    }
    boolean isRescaled = operator.maxParallelism() != operator.snapshot().maxParallelism();
    if (isRescaled || (change != null && removes(change))) {
      checkDerived(operator);
    }
  }

  private static boolean removes(OperatorChange change) {
    return change.keyed().keepIf() != null
        || change.keyed().transform() != null
        || change.keyed().timers() != null
        || change.states().stream().anyMatch(Limits::removes);
  }

  private static boolean removes(StateChange change) {
    return change.isDropped()
        || change.keepIf() != null
        || change.renameTo() != null
        || (change.values() instanceof Transform transform && transform.kind() != null);
  }

  /**
   * Checks that keys and entries of an operator can be removed.
   *
   * @throws RefusedException if other states of it tell of them
   */
  public static void checkDerived(ResolvedOperator operator) {
    boolean isOfDrey =
        operator.snapshot().subtasks().stream()
            .map(SubtaskSnapshot::managedOperator)
            .filter(Objects::nonNull)
            .map(OperatorHandle::marker)
            .anyMatch(Objects::nonNull);
    boolean isKv =
        operator.snapshot().subtasks().stream()
            .map(SubtaskSnapshot::managedOperator)
            .filter(Objects::nonNull)
            .map(OperatorHandle::marker)
            .filter(Objects::nonNull)
            .map(OperatorMarker::states)
            .anyMatch(KV::equals);
    if (isKv) {
      throw refused(
          operator,
          "its states size, recency-links, recency-ends, group-scopes and group-count tell of its"
              + " entries, and would be wrong");
    }
    if (isOfDrey && operator.states().keyed().containsKey(RECENCY)) {
      throw refused(
          operator,
          "its states older-key, newer-key and key-groups, which max-keys needs, link its keys, and"
              + " would be wrong");
    }
  }

  private static RefusedException refused(ResolvedOperator operator, String reason) {
    return new RefusedException(operator, reason);
  }
}
