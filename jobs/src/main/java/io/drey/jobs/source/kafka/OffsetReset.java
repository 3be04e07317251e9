// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.kafka;

/** Where a partition is read from if its group has committed no offset. */
public enum OffsetReset {
  EARLIEST,
  LATEST,
  /** The job fails. */
  ERROR
}
