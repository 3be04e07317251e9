// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.bootstrap;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with the rows of a file. */
final class RowProblems {
  private static final int MOST_TOLD = 20;

  private final String file;
  private final List<String> first = new ArrayList<>();
  private long count;

  /**
   * @param file for messages
   */
  RowProblems(String file) {
    this.file = file;
  }

  void add(long line, String problem) {
    if (count < MOST_TOLD) {
      first.add(file + ":" + line + ": " + problem);
    }
    count++;
  }

  /**
   * Ends a file that has problems.
   *
   * @throws InvalidRowsException if there are any
   */
  void throwIfAny() {
    if (count > 0) {
      throw new InvalidRowsException(first, message());
    }
  }

  private String message() {
    String told = count > MOST_TOLD ? ", of which the first " + MOST_TOLD + " are told" : "";
    return count + " invalid row" + (count == 1 ? "" : "s") + told + ": nothing is written";
  }
}
