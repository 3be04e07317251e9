// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.internal;

import java.io.Serializable;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Converts events for the side output {@code invalid}. A {@link TypeInformation} of a stream may
 * implement it to add the reason; otherwise events are emitted unchanged.
 */
@FunctionalInterface
public interface InvalidForm<T> extends Serializable {
  T invalid(T event, String reason);

  /** The conversion for events of this type. */
  static <T> InvalidForm<T> of(TypeInformation<T> type) {
    if (type instanceof InvalidForm<?>) {
      @SuppressWarnings("unchecked") // a type information is the form of its own type
      InvalidForm<T> form = (InvalidForm<T>) type;
      return form;
    }
    return (event, reason) -> event;
  }
}
