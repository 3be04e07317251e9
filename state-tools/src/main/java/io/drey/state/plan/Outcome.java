// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

/** What a verdict means for the start of the job, from best to worst. */
public enum Outcome {
  FINE,
  /** The job starts, and its savepoints keep carrying state that it never reads. */
  CARRIED,
  /** The job starts and loses some of its state. */
  LOST,
  /** Whether the job starts is not known. */
  UNKNOWN,
  /** The job does not start. */
  REFUSED
}
