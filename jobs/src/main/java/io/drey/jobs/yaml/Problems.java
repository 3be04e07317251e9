// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the problems of one file, so that a user sees all of them at once. */
public final class Problems {
  private final String file;
  private final Secrets secrets;
  private final List<Problem> found = new ArrayList<>();

  public Problems(String file, Secrets secrets) {
    this.file = file;
    this.secrets = secrets;
  }

  public void error(Position at, String path, String message) {
    found.add(new Problem(file, at, path, message, Problem.Severity.ERROR));
  }

  public void warning(Position at, String path, String message) {
    found.add(new Problem(file, at, path, message, Problem.Severity.WARNING));
  }

  /** Warns of what the events may show to be right. */
  public void guess(Position at, String path, String message) {
    found.add(new Problem(file, at, path, message, Problem.Severity.GUESS));
  }

  public boolean hasErrors() {
    return found.stream().anyMatch(Problem::isError);
  }

  /** All problems in the order of the file, each once, with secrets masked. */
  public List<Problem> sorted() {
    return found.stream()
        .map(this::masked)
        .distinct()
        .sorted(Comparator.comparing(Problem::at))
        .toList();
  }

  private Problem masked(Problem problem) {
    String message = secrets.mask(problem.message()).replaceAll("\\s*\\R\\s*", " ");
    return new Problem(file, problem.at(), problem.path(), message, problem.severity());
  }
}
