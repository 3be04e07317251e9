// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.transform;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;

/**
 * Gives the new value of an old one: of a value, an element of a list, or the value of a map's
 * entry, in keyed, operator and broadcast state. A migration plan names the class, {@code
 * transform: {class: com.example.CentsToEuros}}, which is public and has a public constructor
 * without parameters.
 *
 * <p>Old values are read by the serializer that the savepoint describes, with the classes of {@code
 * --jar}: whatever the job could read, also what Kryo or a serializer of its own wrote. Entries
 * keep their keys and their times of last access. Nulls in maps have no value, and stay. One object
 * is made for each subtask's part of a state, and called by one thread.
 *
 * @param <K> the type of the operator's keys; anything for operator state
 * @param <V> the type of the old values
 * @param <R> the type of the new ones
 */
public interface ValueTransform<K, V, R> {
  /**
   * Returns the new value, which may be the old one, changed in place.
   *
   * @return null to remove the value; a list or map that loses all of them is no state any more
   * @throws Exception to refuse the migration: nothing is written then, and the message names the
   *     entry
   */
  @Nullable R transform(StateEntry<K> entry, V value) throws Exception;

  /**
   * The type of the new values, whose serializer the job has to use from then on. It is asked for
   * once, before the first value.
   *
   * @return null if it is that of the old ones, which are then written as before: without the
   *     fields that their class has gained since
   */
  default @Nullable TypeInformation<R> type() {
    return null;
  }
}
