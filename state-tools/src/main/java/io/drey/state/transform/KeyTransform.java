// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.transform;

/**
 * Gives the new key of an old one, for all keyed states and timers of an operator. A migration plan
 * names the class, {@code keys: {transform: {class: com.example.Merged}}}, which is public and has
 * a public constructor without parameters.
 *
 * <p>Keys keep their type and its serializer. Their hash codes decide where they are looked for, so
 * they must not differ from one program to another, as those of enums and arrays do.
 *
 * @param <K> the type of the keys
 */
@FunctionalInterface
public interface KeyTransform<K> {
  /**
   * Returns the new key, which may be the old one.
   *
   * @throws Exception to refuse the migration: nothing is written then, and the message names the
   *     key
   */
  K transform(K key) throws Exception;
}
