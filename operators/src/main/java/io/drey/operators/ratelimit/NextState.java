// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** The state of a key after one of its events: its {@link Limit} applied to the event. */
@FunctionalInterface
interface NextState<T, S> extends Serializable {
  /**
   * The state after an event; null if the event is limited and changes nothing.
   *
   * @param before null for a key without state
   * @param time of the event, in ms
   */
  @Nullable S after(T event, @Nullable S before, long time) throws Exception;
}
