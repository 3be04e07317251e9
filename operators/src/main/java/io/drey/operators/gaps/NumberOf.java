// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.gaps;

import java.io.Serializable;

/**
 * Reads the number of an event; throws an {@link io.drey.operators.rule.InvalidEventException} if
 * it has none.
 */
@FunctionalInterface
public interface NumberOf<T> extends Serializable {
  long of(T event);
}
