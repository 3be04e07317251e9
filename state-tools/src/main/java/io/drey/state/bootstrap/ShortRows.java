// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.bootstrap;

import java.util.List;
import java.util.function.Consumer;

/** Completes rows that name no state with the rows of all states that belong together. */
@FunctionalInterface
public interface ShortRows {
  /**
   * Passes on the rows that a row stands for, each of which names its state.
   *
   * @param from the instant (ms) from which a TTL is measured if the row does not say it
   * @throws InvalidRowException if it stands for none
   */
  void complete(Row row, long from, Consumer<Row> rows);

  /** Rows that are of one state. */
  static ShortRows ofState(String state) {
    return (row, from, rows) -> rows.accept(row.with(Row.STATE, state));
  }

  /** No such rows, where there are several states. */
  static ShortRows none(List<String> states) {
    return (row, from, rows) -> {
      throw new InvalidRowException("Missing state: must be one of " + String.join(", ", states));
    };
  }
}
