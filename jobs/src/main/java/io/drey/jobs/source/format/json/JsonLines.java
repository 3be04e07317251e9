// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.json;

import io.drey.jobs.source.line.LineParser;
import io.drey.jobs.source.line.MalformedLineException;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventReader;
import io.drey.operators.event.MalformedJsonException;

/**
 * Reads lines that are JSON objects. Where the first one is the beginning of an object or array,
 * the error says how it is read.
 */
public final class JsonLines implements LineParser {
  private static final String CURE =
      " (framing: values reads objects however they are divided into lines)";

  private final EventReader reader = new EventReader();
  private boolean isFirst = true;

  @Override
  public Event parse(byte[] buffer, int from, int to) throws MalformedLineException {
    boolean goesOn = isFirst;
    isFirst = false;
    try {
      return reader.read(buffer, from, to);
    } catch (MalformedJsonException e) {
      String reason = String.valueOf(e.getMessage());
      goesOn &=
          buffer[from] == '['
              || reason.endsWith(" at byte " + (to - from))
              || reason.startsWith("Unexpected text after the object");
      throw new MalformedLineException(goesOn ? reason + CURE : reason);
    }
  }
}
