// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import io.drey.state.json.ValueSink;

/** The rows of a state in one file, or in the files of one database. */
interface StatePart extends AutoCloseable {
  /** Moves on to the next row and returns whether there is one. */
  boolean next();

  /**
   * Writes a member of the row; nothing if the row has no such member.
   *
   * @throws io.drey.state.snapshot.type.UndecodableException if only the job's classes can decode
   *     all values of its type
   * @throws io.drey.state.snapshot.SavepointException if it does not match its type
   */
  void write(Member member, ValueSink out);

  /** Returns the bytes of a member that cannot be decoded. */
  byte[] bytes(Member member);

  @Override
  void close();
}
