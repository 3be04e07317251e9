// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.bootstrap;

import java.util.List;

/** Thrown if some rows of a file cannot be written. */
public final class InvalidRowsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  InvalidRowsException(List<String> problems, String message) {
    super(message);
    this.problems = List.copyOf(problems);
  }

  /** The first of them: the file, the line, what is wrong and what is allowed. */
  public List<String> problems() {
    return problems;
  }
}
