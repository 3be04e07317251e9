// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import io.drey.state.snapshot.metadata.OperatorId;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an operator.
 *
 * @param keyed what becomes of its keyed state; null if it keeps its files
 */
public record OperatorEdit(
    OperatorSnapshot source, OperatorId id, int maxParallelism, @Nullable KeyedEdit keyed) {
  /** Keeps everything. */
  public static OperatorEdit none(OperatorSnapshot source) {
    return new OperatorEdit(source, source.id(), source.maxParallelism(), null);
  }

  /** The same with another change of keyed state. */
  public OperatorEdit withKeyed(KeyedEdit other) {
    return new OperatorEdit(source, id, maxParallelism, other);
  }
}
