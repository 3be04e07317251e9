// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.kafka;

/** A place in every partition to stop at. */
public enum EndPoint {
  /** Reads on and on. */
  NONE,
  /** What has been committed to the topic when the job starts. */
  LATEST,
  COMMITTED
}
