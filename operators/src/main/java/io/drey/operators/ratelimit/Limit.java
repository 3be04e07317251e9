// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import java.io.Serializable;

/**
 * Says which events of a key pass, from the state that they lead to. An event older than the
 * instant in state is handled at that instant: a key's clock never runs backwards.
 *
 * @param <S> the state of a key, never changed in place
 */
interface Limit<S> extends Serializable {
  /** Whether the event that led here passes. */
  default boolean hasPassed(S after) {
    return true;
  }

  /** The number, from 1, of the event that led here; 0 if events are not numbered. */
  default long number(S after) {
    return 0;
  }

  /** The instant from which on the state can be freed, since the key then counts as new. */
  long staleFrom(S stored);
}
