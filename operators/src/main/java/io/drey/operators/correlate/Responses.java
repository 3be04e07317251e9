package io.drey.operators.correlate;

/** How many responses a request may have. */
public enum Responses {
  /** One: it leaves with it. */
  ONE,
  /** Any number, until its timeout. */
  MANY
}
