// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

/** Maps. */
public interface EntriesType extends ValueType {
  ValueType key();

  ValueType value();
}
