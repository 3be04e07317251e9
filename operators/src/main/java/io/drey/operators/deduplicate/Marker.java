// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.deduplicate;

import java.io.Serializable;

/** Marks an event as the first of its run or as a duplicate. */
@FunctionalInterface
public interface Marker<T, R> extends Serializable {
  R mark(T event, boolean isFirst);
}
