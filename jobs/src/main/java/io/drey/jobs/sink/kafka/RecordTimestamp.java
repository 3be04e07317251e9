// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.kafka;

/** The timestamp of a written record. */
public enum RecordTimestamp {
  /** The moment of writing. */
  NONE,
  /** The time of the event; retention of the topic goes by it. */
  EVENT
}
