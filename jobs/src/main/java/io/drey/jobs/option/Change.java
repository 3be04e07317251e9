// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.option;

/** What becomes of a step's state where a pipeline is restored with another value of an option. */
public enum Change {
  /** It is restored, and goes on with the new value. */
  KEEPS,
  /** It is restored, but what is open begins anew, or ends by the old value. */
  RESTARTS,
  /** It is of no use: the step refuses to restore it. */
  BREAKS
}
