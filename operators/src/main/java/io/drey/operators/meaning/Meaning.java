package io.drey.operators.meaning;

/** What a number or a string in state stands for. */
public enum Meaning {
  /** What the keys of the operator stand for; for keys that are values of another state. */
  KEY,
  /** Nothing else than it is. */
  PLAIN,
  /** A long: epoch milliseconds. */
  INSTANT,
  /** A string: the text of a JSON value. */
  JSON
}
