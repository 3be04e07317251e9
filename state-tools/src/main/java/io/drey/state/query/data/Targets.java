// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query.data;

import org.apache.flink.table.types.logical.ArrayType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.MapType;
import org.apache.flink.table.types.logical.RowType;
import org.jspecify.annotations.Nullable;

/** The targets of SQL types. */
final class Targets {
  private Targets() {}

  static Target of(LogicalType type) {
    if (type instanceof RowType row) {
      return new RowTarget(row);
    }
    if (type instanceof ArrayType array) {
      return new ArrayTarget(of(array.getElementType()));
    }
    if (type instanceof MapType map) {
      return new MapTarget(of(map.getKeyType()), of(map.getValueType()));
    }
    return new ScalarTarget(Conversion.of(type));
  }

  private static final class ScalarTarget extends Target {
    private final Conversion conversion;

    ScalarTarget(Conversion conversion) {
      this.conversion = conversion;
    }

    @Override
    @Nullable Object scalar(Object value) {
      return conversion.of(value);
    }
  }
}
