// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.meaning;

/** An operator, or its function, that savepoints show as one of Drey's. */
public interface Marked {
  /** What marks it. */
  OperatorMarker marker();
}
