package io.drey.state.query;

/** The rows of a state that lie in one file, or in the files of one database. */
interface StatePart extends AutoCloseable {
  /** Moves on to the next row, and tells whether there is one. */
  boolean next();

  /** Writes the row as {@code drey state read} does, with a line feed at its end. */
  void write();

  /** How many values that were written are something else than their type says. */
  long damaged();

  @Override
  void close();
}
