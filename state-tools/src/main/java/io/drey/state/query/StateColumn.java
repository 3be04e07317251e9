// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import io.drey.state.snapshot.type.ValueType;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.types.DataType;
import org.jspecify.annotations.Nullable;

/**
 * A column of a state's table, named like the member in the rows of {@code drey state read}.
 *
 * @param comment a comment for the user; null if there is none
 */
record StateColumn(String name, DataType type, @Nullable String comment) {
  static StateColumn of(String name, ValueType type) {
    return of(name, type, SqlTypes.of(type));
  }

  /** Returns the column of a value or of a list of values. */
  static StateColumn of(String name, ValueType type, @Nullable DataType sqlType) {
    return sqlType == null
        ? new StateColumn(name, DataTypes.BYTES(), "bytes of " + type.text())
        : new StateColumn(name, sqlType, null);
  }

  static StateColumn of(String name, DataType type) {
    return new StateColumn(name, type, null);
  }
}
