package io.drey.state.plan;

/** What a verdict means to a start; the further down, the worse. */
public enum Outcome {
  FINE,
  /** The job starts, and its savepoints grow by what nobody reads. */
  CARRIED,
  /** The job starts without some of its state. */
  LOST,
  /** The job does not start. */
  REFUSED
}
