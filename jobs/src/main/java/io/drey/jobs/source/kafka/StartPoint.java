// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.kafka;

/** A place in every partition to start from. */
public enum StartPoint {
  EARLIEST,
  LATEST,
  COMMITTED
}
