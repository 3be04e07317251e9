// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.rule;

import java.io.Serializable;

/** A predicate over events. */
@FunctionalInterface
public interface Condition<T> extends Serializable {
  /**
   * Whether an event meets the condition.
   *
   * @throws InvalidEventException to send the event to the side output for invalid events
   */
  boolean holds(T event);
}
