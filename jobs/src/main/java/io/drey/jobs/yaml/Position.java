package io.drey.jobs.yaml;

import java.util.Comparator;

/** A place in a text; lines and columns count from 1, columns in code points. */
public record Position(int line, int column) implements Comparable<Position> {
  private static final Comparator<Position> ORDER =
      Comparator.comparingInt(Position::line).thenComparingInt(Position::column);

  /** Where a text starts. */
  public static final Position START = new Position(1, 1);

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return line + ":" + column;
  }
}
