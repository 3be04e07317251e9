// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.statemachine;

import java.util.List;

/** The definition is invalid; the message is that of the first problem. */
public final class InvalidDefinitionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<DefinitionProblem> problems;

  InvalidDefinitionException(List<DefinitionProblem> problems) {
    super(problems.get(0).message());
    this.problems = problems;
  }

  /** All problems, in the order of the definition. */
  public List<DefinitionProblem> problems() {
    return problems;
  }
}
