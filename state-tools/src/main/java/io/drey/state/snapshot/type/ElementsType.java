// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

/** Values with any number of elements of one type: lists, sets, arrays. */
public interface ElementsType extends ValueType {
  ValueType element();
}
