// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.kafka;

/** How often a record is written. */
public enum Delivery {
  /** Once: in transactions that are committed with checkpoints. */
  EXACTLY_ONCE,
  /** Again after a restart. */
  AT_LEAST_ONCE
}
