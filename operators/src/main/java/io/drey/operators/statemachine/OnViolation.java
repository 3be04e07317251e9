package io.drey.operators.statemachine;

/** Where a machine is after a symbol that its state does not allow. */
public enum OnViolation {
  /** Where it was. */
  STAY,
  /** In its initial state, as new. */
  RESET
}
