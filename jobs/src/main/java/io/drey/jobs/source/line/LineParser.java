package io.drey.jobs.source.line;

import io.drey.operators.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of the lines of one input, in order; reusable from line to line, not thread-safe.
 */
public interface LineParser {
  /**
   * Reads the line {@code buffer[from, to)}, without its end of line and not blank.
   *
   * @return null for a line that is no event but tells how to read the others
   */
  @Nullable Event parse(byte[] buffer, int from, int to) throws MalformedLineException;

  /** Whether the first line must be seen before any other can be read. */
  default boolean needsHeader() {
    return false;
  }
}
