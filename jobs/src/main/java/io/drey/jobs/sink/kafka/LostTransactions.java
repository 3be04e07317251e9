// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.kafka;

/** What becomes of a job whose checkpoint names a transaction that cannot be committed. */
public enum LostTransactions {
  FAIL,
  /** The job goes on, without what was written in it. */
  IGNORE
}
