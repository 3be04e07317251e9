// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.yaml;

/**
 * An error or warning in a file.
 *
 * @param file the file as the user named it
 * @param path the place in the document ({@code steps[1] (deduplicate)}); empty for all of it
 */
public record Problem(
    String file, Position at, String path, String message, Problem.Severity severity) {
  /** Whether a file with the problem can still be used. */
  public enum Severity {
    ERROR,
    WARNING,
    /** A warning that may be unfounded; whoever has the events sees for himself. */
    GUESS
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** The line that is printed. */
  @Override
  public String toString() {
    String mark = isError() ? "" : "Warning: ";
    String where = path.isEmpty() ? "" : path + ": ";
    return file + ":" + at + ": " + mark + where + message;
  }
}
