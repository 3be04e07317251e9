// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

/** The rows of a state in one file, or in the files of one database. */
interface StatePart extends AutoCloseable {
  /** Moves on to the next row and returns whether there is one. */
  boolean next();

  /** Writes the row like {@code drey state read}, with a line feed at its end. */
  void write();

  /** How many of the written values do not match their type. */
  long damaged();

  @Override
  void close();
}
