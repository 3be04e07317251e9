// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.statemachine;

/** Which events the main output emits. */
public enum Emit {
  /** All of them. */
  ALL,
  /** Those that moved the machine, possibly to the same state. */
  TRANSITIONS,
  /** The violations. */
  VIOLATIONS
}
