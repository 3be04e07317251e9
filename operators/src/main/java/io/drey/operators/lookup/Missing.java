// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.lookup;

/** What becomes of an event whose key has no row in the table. */
public enum Missing {
  /** It passes, without a row. */
  KEEP,
  /** It goes to {@link Lookup#missing} only. */
  DROP
}
