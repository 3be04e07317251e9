// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step;

/** The order in which a keyed step processes the events of a key. */
public enum Order {
  ARRIVAL,
  EVENT_TIME
}
