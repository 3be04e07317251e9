// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.statemachine;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Reads the symbol of an event. */
@FunctionalInterface
public interface Symbol<T> extends Serializable {
  /**
   * The symbol.
   *
   * @return null if the event has none, which makes it invalid
   */
  @Nullable String of(T event);
}
