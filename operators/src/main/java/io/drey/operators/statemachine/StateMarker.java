// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.statemachine;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates the result for an event that a machine has handled. */
@FunctionalInterface
public interface StateMarker<T, R> extends Serializable {
  /**
   * Creates the result.
   *
   * @param from the state before the event
   * @param to the state after it
   * @param expected for a violation, the symbols that {@code from} allows, sorted; else null
   */
  R mark(T event, String from, String to, @Nullable List<String> expected);
}
