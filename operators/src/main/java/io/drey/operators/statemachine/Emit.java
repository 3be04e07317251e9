package io.drey.operators.statemachine;

/** Which events leave by the main output. */
public enum Emit {
  /** All of them. */
  ALL,
  /** Those that moved the machine, be it to the state it was in. */
  TRANSITIONS,
  /** Those that broke a rule. */
  VIOLATIONS
}
