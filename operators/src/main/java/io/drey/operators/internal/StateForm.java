// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.internal;

import java.io.Serializable;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * The form of a stream's values in state. A {@link TypeInformation} of a stream may implement it if
 * that form differs from the one on the wire.
 */
public interface StateForm<T> extends Serializable {
  /** The type for state descriptors. */
  TypeInformation<T> stateType();

  /** Reduces a value to what state needs. */
  T slim(T value);

  /**
   * Restores a value from state for the wire.
   *
   * @param key the key of its state
   */
  T revive(T stored, Object key);

  /** The form of values of this type in state. */
  static <T> StateForm<T> of(TypeInformation<T> type) {
    if (type instanceof StateForm<?>) {
      @SuppressWarnings("unchecked") // a type information is the form of its own type
      StateForm<T> form = (StateForm<T>) type;
      return form;
    }
    return new AsItTravels<>(type);
  }

  /** Values that have the same form in state. */
  record AsItTravels<T>(TypeInformation<T> stateType) implements StateForm<T> {
    @Override
    public T slim(T value) {
      return value;
    }

    @Override
    public T revive(T stored, Object key) {
      return stored;
    }
  }
}
