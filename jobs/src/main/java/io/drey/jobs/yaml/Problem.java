package io.drey.jobs.yaml;

/**
 * Something wrong, or worth a second look, in a file.
 *
 * @param file the file as the user named it
 * @param path where in the document ({@code steps[1] (deduplicate)}); empty for the whole of it
 */
public record Problem(
    String file, Position at, String path, String message, Problem.Severity severity) {
  /** Whether a file with the problem can be used. */
  public enum Severity {
    ERROR,
    WARNING
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** The one line that a user reads. */
  @Override
  public String toString() {
    String mark = isError() ? "" : "Warning: ";
    String where = path.isEmpty() ? "" : path + ": ";
    return file + ":" + at + ": " + mark + where + message;
  }
}
