// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.value;

import io.drey.state.snapshot.type.ValueType;

/**
 * What becomes of the values of a type.
 *
 * @param type the new type
 * @param conversion makes its values of those of the old type
 */
public record Changed(ValueType type, Conversion conversion) {
  static Changed not(ValueType type) {
    return new Changed(type, Conversion.NONE);
  }

  /** What becomes of the values if the new ones change again. */
  Changed then(Changed next) {
    Conversion first = conversion;
    if (first == Conversion.NONE || next.conversion == Conversion.NONE) {
      return new Changed(next.type, first == Conversion.NONE ? next.conversion : first);
    }
    return new Changed(next.type, value -> next.conversion.of(first.of(value)));
  }
}
