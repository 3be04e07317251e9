// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.deduplicate;

/** Which event of a run of duplicates is emitted. */
public enum Keep {
  /** The first to arrive, at once. */
  FIRST,
  /** The newest, when the run ends. */
  LAST
}
