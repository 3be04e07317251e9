// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import io.drey.operators.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * Turns the lines of one input into events, in order; reused from line to line, not thread-safe.
 */
public interface LineParser {
  /**
   * Reads the line {@code buffer[from, to)}, without its end of line and not blank.
   *
   * @return null for a header, which is no event
   */
  @Nullable Event parse(byte[] buffer, int from, int to) throws MalformedLineException;

  /** Whether the first line must be parsed before any other. */
  default boolean needsHeader() {
    return false;
  }
}
