// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.bootstrap;

import io.drey.operators.meaning.OperatorMarker;
import io.drey.operators.rule.Definition;
import io.drey.state.json.JsonTree;
import io.drey.state.snapshot.header.FileHeader;
import io.drey.state.snapshot.metadata.OperatorId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operator may hold: its states and their types.
 *
 * @param marker what marks it as one of Drey's; null if nothing does
 * @param keyed the header of its keyed states; null if it has none
 * @param own the header of its operator states; null if it has none
 * @param definition what its state is of use for, by which the job knows it
 * @param shortRows completes rows that name no state
 */
public record OperatorStates(
    OperatorId id,
    int maxParallelism,
    @Nullable OperatorMarker marker,
    @Nullable FileHeader keyed,
    @Nullable FileHeader own,
    Map<String, String> definition,
    ShortRows shortRows) {
  /** A Kafka source, whose rows are offsets. */
  static OperatorStates ofKafka(OperatorId id, int maxParallelism) {
    return new OperatorStates(
        id, maxParallelism, null, null, null, Map.of(), ShortRows.none(List.of()));
  }

  /** Whether it is a Kafka source. */
  public boolean isKafka() {
    return keyed == null && own == null;
  }

  /** The fields of its keys; null if they are not known. */
  @Nullable List<String> keyFields() {
    String fields = definition.get(Definition.KEY);
    return fields != null && JsonTree.of(fields) instanceof List<?> names
        ? names.stream().map(String::valueOf).toList()
        : null;
  }

  /** The same operator with another uid. */
  public OperatorStates withUid(String uid) {
    OperatorId other = OperatorId.ofUid(uid, id.name() == null ? uid : id.name());
    return new OperatorStates(other, maxParallelism, marker, keyed, own, definition, shortRows);
  }

  /** The same operator with another max parallelism. */
  public OperatorStates withMaxParallelism(int other) {
    return new OperatorStates(id, other, marker, keyed, own, definition, shortRows);
  }
}
