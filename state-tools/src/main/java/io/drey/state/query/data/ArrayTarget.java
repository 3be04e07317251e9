// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query.data;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.table.data.GenericArrayData;
import org.jspecify.annotations.Nullable;

/** Arrays: lists, sets and arrays. */
final class ArrayTarget extends Target {
  private final Target element;
  private final List<@Nullable Object> elements = new ArrayList<>();

  ArrayTarget(Target element) {
    this.element = element;
  }

  @Override
  boolean begins(Parts parts) {
    elements.clear();
    return parts == Parts.ELEMENTS;
  }

  @Override
  Target part() {
    return element;
  }

  @Override
  void add(@Nullable Object part) {
    elements.add(part);
  }

  @Override
  Object end() {
    return new GenericArrayData(elements.toArray());
  }
}
