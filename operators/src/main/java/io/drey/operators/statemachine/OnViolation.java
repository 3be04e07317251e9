// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.statemachine;

/** The state of a machine after a violation. */
public enum OnViolation {
  /** The state is unchanged. */
  STAY,
  /** The machine is reset to the initial state. */
  RESET
}
