// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.kafka;

/** What becomes of records without a value. */
public enum Tombstones {
  /** They are malformed. */
  MALFORMED,
  /** They are counted and dropped. */
  SKIP,
  /** They are events with the key and {@code deleted: true}. */
  EVENT
}
