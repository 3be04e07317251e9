// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite.edit;

import io.drey.state.snapshot.metadata.OperatorId;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an operator.
 *
 * @param keyed what becomes of its keyed state; null if it keeps its files
 * @param keys what becomes of its keys; null if they stay
 * @param operator what becomes of its operator state; null if it keeps its files
 * @param coordinator what becomes of its coordinator's state; null if it stays
 */
public record OperatorEdit(
    OperatorSnapshot source,
    OperatorId id,
    int maxParallelism,
    @Nullable KeyedEdit keyed,
    @Nullable KeyEdit keys,
    @Nullable OperatorStateEdit operator,
    @Nullable CoordinatorEdit coordinator) {
  /** Whether keyed state keeps its files and their format. */
  public boolean keepsKeyedFiles() {
    return keyed == null && keys == null && maxParallelism == source.maxParallelism();
  }

  /** Keeps everything. */
  public static OperatorEdit none(OperatorSnapshot source) {
    return new OperatorEdit(source, source.id(), source.maxParallelism(), null, null, null, null);
  }

  /** The same with another change of keyed state. */
  public OperatorEdit withKeyed(KeyedEdit other) {
    return new OperatorEdit(source, id, maxParallelism, other, keys, operator, coordinator);
  }

  /** The same with other keys. */
  public OperatorEdit withKeys(KeyEdit other) {
    return new OperatorEdit(source, id, maxParallelism, keyed, other, operator, coordinator);
  }

  /** The same with another change of operator state. */
  public OperatorEdit withOperator(OperatorStateEdit other) {
    return new OperatorEdit(source, id, maxParallelism, keyed, keys, other, coordinator);
  }

  /** The same with another state of the coordinator. */
  public OperatorEdit withCoordinator(CoordinatorEdit other) {
    return new OperatorEdit(source, id, maxParallelism, keyed, keys, operator, other);
  }

  /** The same with another max parallelism. */
  public OperatorEdit withMaxParallelism(int other) {
    return new OperatorEdit(source, id, other, keyed, keys, operator, coordinator);
  }

  /** The same with another identity. */
  public OperatorEdit withId(OperatorId other) {
    return new OperatorEdit(source, other, maxParallelism, keyed, keys, operator, coordinator);
  }
}
