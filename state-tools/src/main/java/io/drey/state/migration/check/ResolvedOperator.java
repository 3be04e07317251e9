// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.check;

import io.drey.state.migration.OperatorChange;
import io.drey.state.migration.kafka.KafkaEdit;
import io.drey.state.migration.value.Changed;
import io.drey.state.snapshot.metadata.OperatorId;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operator of a savepoint, and what becomes of it.
 *
 * @param id its identity afterwards
 * @param maxParallelism the one afterwards
 * @param change null if the plan does not name it
 * @param states empty if the plan does not need them
 * @param fields what field steps make of the values, by state: of the elements of lists and the
 *     values of maps, without their TTL
 * @param kafka what becomes of the offsets of a Kafka source; null if they stay
 */
public record ResolvedOperator(
    OperatorSnapshot snapshot,
    OperatorId id,
    int maxParallelism,
    @Nullable OperatorChange change,
    OperatorStates states,
    Map<String, Changed> fields,
    @Nullable KafkaEdit kafka) {
  /** An operator whose offsets stay. */
  public ResolvedOperator(
      OperatorSnapshot snapshot,
      OperatorId id,
      int maxParallelism,
      @Nullable OperatorChange change,
      OperatorStates states,
      Map<String, Changed> fields) {
    this(snapshot, id, maxParallelism, change, states, fields, null);
  }

  /** Whether nothing changes, so that all bytes stay. */
  public boolean isUntouched() {
    return change == null && maxParallelism == snapshot.maxParallelism();
  }

  /** The operator as the plan names it. */
  @Override
  public String toString() {
    return change == null ? snapshot.id().toString() : change.operator().value();
  }

  public boolean isDropped() {
    return change != null && change.isDropped();
  }
}
