// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

/** The pipeline cannot be restored from a savepoint, because of the state in it. */
public final class IncompatibleStateException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String savepoint;
  private final boolean canBeDropped;

  /**
   * Makes one.
   *
   * @param canBeDropped whether the run could go on without the state
   */
  IncompatibleStateException(
      String savepoint, String message, boolean canBeDropped, Throwable cause) {
    super(message, cause);
    this.savepoint = savepoint;
    this.canBeDropped = canBeDropped;
  }

  /**
   * What to do, in parentheses.
   *
   * @param pipelineFile the pipeline file, as the user named it
   */
  public String cure(String pipelineFile) {
    String plan = "drey state plan " + quoted(savepoint) + " " + quoted(pipelineFile);
    String drop = canBeDropped ? "; --allow-non-restored-state drops it" : "";
    return " (" + plan + " says what to do" + drop + ")";
  }

  /** A word for a shell. */
  private static String quoted(String word) {
    return word.matches("[\\w./:@%+=,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
