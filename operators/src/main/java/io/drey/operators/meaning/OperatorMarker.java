// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.meaning;

import java.io.Serializable;
import org.apache.flink.api.java.functions.KeySelector;
import org.jspecify.annotations.Nullable;

/**
 * Marks an operator in savepoints as one of Drey's: the name of an operator state that never has
 * elements. It is in the metadata of every savepoint and checkpoint, whatever the format.
 *
 * @param states the simple name of the class that declares the operator's states
 * @param keys what its keys are
 */
public record OperatorMarker(String states, KeyForm keys) implements Serializable {
  private static final String PREFIX = "drey/";

  /** Returns the marker of an operator by the class that declares its states and its keys. */
  public static OperatorMarker of(Class<?> states, KeySelector<?, ?> keys) {
    return new OperatorMarker(states.getSimpleName(), KeyForm.of(keys));
  }

  /** Whether its keys are texts of JSON values. */
  public boolean hasJsonKeys() {
    return keys != KeyForm.PLAIN;
  }

  /** The name of the marking state. */
  public String name() {
    return PREFIX + states + keys.suffix();
  }

  /** Returns the marker with this name; null if it is the name of another state. */
  public static @Nullable OperatorMarker of(String state) {
    if (!state.startsWith(PREFIX)) {
      return null;
    }
    KeyForm keys = KeyForm.of(state);
    int end = state.length() - keys.suffix().length();
    return new OperatorMarker(state.substring(PREFIX.length(), end), keys);
  }
}
