// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.statemachine;

import java.time.Instant;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * A timeout of a state.
 *
 * @param to the state that the machine moved to
 * @param at when the state timed out
 */
public record StateTimeout<K>(K key, String from, String to, Instant at) {
  static <K> StateTimeout<K> of(K key, String from, String to, long at) {
    return new StateTimeout<>(key, from, to, Instant.ofEpochMilli(at));
  }

  /** The type of timeouts of keys of a type. */
  public static <K> TypeInformation<StateTimeout<K>> type(TypeInformation<K> key) {
    @SuppressWarnings({"unchecked", "rawtypes"}) // a class literal has no type argument
    Class<StateTimeout<K>> timeout = (Class) StateTimeout.class;
    return Types.POJO(
        timeout, Map.of("key", key, "from", Types.STRING, "to", Types.STRING, "at", Types.INSTANT));
  }
}
