// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.option;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Thrown by an option record that has several problems, or one deep inside its values. */
public final class InvalidOptionsException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<OptionProblem> problems;

  public InvalidOptionsException(List<OptionProblem> problems, @Nullable Throwable cause) {
    super(problems.get(0).message(), cause);
    this.problems = problems;
  }

  List<OptionProblem> problems() {
    return problems;
  }
}
