// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.transform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The entry of a state that a value belongs to. It is valid until the transform returns: one object
 * serves for all entries.
 *
 * @param <K> the type of the operator's keys
 */
public interface StateEntry<K> {
  /** The operator as the plan names it. */
  String operator();

  /** The name of the state in the savepoint. */
  String state();

  /**
   * The key as an object of the job's class.
   *
   * @throws IllegalStateException if the state has no keys, as operator state has none, or the
   *     class is in no {@code --jar}
   */
  K key();

  /**
   * The key of an entry of a map or broadcast state, as an object of the job's class.
   *
   * @throws IllegalStateException if the state is no map, or the class is in no {@code --jar}
   */
  Object mapKey();

  /** The time of last access, which the new value keeps; null if the state has no TTL. */
  @Nullable Instant lastAccess();
}
