// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import java.io.Serializable;

/** Reads a limit from each event: how many events may pass when this one comes. */
@FunctionalInterface
public interface EventLimit<T> extends Serializable {
  /**
   * The limit of an event, from 0 to {@value EventLimits#MOST}.
   *
   * @throws io.drey.operators.rule.InvalidEventException if the event has none
   */
  long of(T event);
}
