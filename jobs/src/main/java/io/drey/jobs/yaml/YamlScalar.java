// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.yaml;

/**
 * A YAML scalar: its text, whatever its type.
 *
 * @param state whether references in it have been replaced
 * @param origin the part of the file that it was read from
 */
public record YamlScalar(String text, State state, ScalarOrigin origin) implements YamlValue {
  private static final int SHOWN = 60;

  /** Whether the text of a scalar is still that of the file. */
  public enum State {
    AS_WRITTEN,
    /** The word {@code null}, or nothing. */
    NULL,
    /** References in it have been replaced by values from outside. */
    FILLED_IN,
    /** A value from outside is missing; that problem has been reported. */
    UNRESOLVED
  }

  public boolean isNull() {
    return state == State.NULL;
  }

  public boolean isUnresolved() {
    return state == State.UNRESOLVED;
  }

  @Override
  public boolean isResolved() {
    return !isUnresolved();
  }

  /** Whether it is not quoted in the file, so that it may be something other than text. */
  public boolean isPlain() {
    return origin.isPlain();
  }

  @Override
  public Position at() {
    return origin.start();
  }

  /** The position in the file of a line and column of the text (from 1, in UTF-16), if known. */
  public Position at(int line, int column) {
    return state == State.AS_WRITTEN ? origin.positionOf(text, line, column) : at();
  }

  @Override
  public String shown() {
    if (isNull()) {
      return "null";
    }
    if (state == State.FILLED_IN) {
      // Not shortened: part of a secret would not be masked.
      return "'" + text + "'";
    }
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= SHOWN ? "'" + line + "'" : "'" + line.substring(0, SHOWN) + "…'";
  }
}
