// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.correlate;

/** The role of an event in {@link Correlate}. */
public enum Role {
  REQUEST,
  RESPONSE,
  /** Neither. */
  OTHER
}
