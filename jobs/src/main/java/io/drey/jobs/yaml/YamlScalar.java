package io.drey.jobs.yaml;

/**
 * A YAML scalar: its text, whatever the type.
 *
 * @param state what became of it on the way from the file
 * @param origin where it was read from
 */
public record YamlScalar(String text, State state, ScalarOrigin origin) implements YamlValue {
  private static final int SHOWN = 60;

  /** How much a scalar still is what stands in the file. */
  public enum State {
    AS_WRITTEN,
    /** The word {@code null}, or nothing. */
    NULL,
    /** A value from outside has been put into it. */
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

  /** Whether it stands there without quotes, so that it may be more than text. */
  public boolean isPlain() {
    return origin.isPlain();
  }

  @Override
  public Position at() {
    return origin.start();
  }

  /** Where a line and column of the text (from 1, in UTF-16) stand in the file, if known. */
  public Position at(int line, int column) {
    return state == State.AS_WRITTEN ? origin.positionOf(text, line, column) : at();
  }

  @Override
  public String shown() {
    if (isNull()) {
      return "null";
    }
    if (state == State.FILLED_IN) {
      // whole, for a part of a secret would escape its mask
      return "'" + text + "'";
    }
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= SHOWN ? "'" + line + "'" : "'" + line.substring(0, SHOWN) + "…'";
  }
}
