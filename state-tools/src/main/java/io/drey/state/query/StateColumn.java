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
  /**
   * Returns a column.
   *
   * @param type the type of what it is read from
   * @param sqlType null if only the job's classes can decode its values
   */
  static StateColumn of(String name, ValueType type, @Nullable DataType sqlType) {
    return sqlType == null
        ? new StateColumn(name, DataTypes.BYTES(), "bytes of " + type.text())
        : new StateColumn(name, sqlType, null);
  }
}
