// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.diff;

import io.drey.state.json.JsonWriter;

/** Receives the differences as soon as they are found. */
public interface DiffSink {
  /**
   * Receives an entry that differs.
   *
   * @param row one object with a line feed at its end: {@code change}, {@code operator}, {@code
   *     state}, the members that identify the entry, {@code old} and {@code new}; emptied by the
   *     caller
   */
  void entry(JsonWriter row);

  /** Receives a state that differs, after its entries; or an operator, after its states. */
  void state(StateChange change);

  /** Whether the receiver accepts no more differences. */
  boolean isClosed();
}
