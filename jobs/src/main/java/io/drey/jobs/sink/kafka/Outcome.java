// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.kafka;

/** What became of a transaction that cannot be committed any more. */
enum Outcome {
  COMMITTED,
  /** It was aborted, or another producer has its id. */
  LOST,
  /** Brokers forget the ids of transactions after some days. */
  FORGOTTEN
}
