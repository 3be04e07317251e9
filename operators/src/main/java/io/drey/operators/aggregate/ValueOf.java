// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Reads the value of an event for a measure; null if it has none. */
@FunctionalInterface
public interface ValueOf<T, V> extends Serializable {
  @Nullable V of(T event);
}
