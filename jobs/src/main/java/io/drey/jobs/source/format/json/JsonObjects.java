// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.json;

import io.drey.jobs.source.line.LineParser;
import io.drey.jobs.source.line.MalformedLineException;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventReader;
import io.drey.operators.event.MalformedJsonException;

/**
 * Reads objects that may be written over several lines: an event has none of the white space around
 * their line breaks, since others take it for a line.
 */
public final class JsonObjects implements LineParser {
  private static final int CAPACITY = 1 << 10;
  private static final int LARGE = 1 << 20;

  private final EventReader reader = new EventReader();
  private byte[] compact = new byte[CAPACITY];

  @Override
  public Event parse(byte[] buffer, int from, int to) throws MalformedLineException {
    try {
      Event event = reader.read(buffer, from, to);
      return isOneLine(buffer, from, to)
          ? event
          : reader.read(compact, 0, compact(buffer, from, to));
    } catch (MalformedJsonException e) {
      throw new MalformedLineException(String.valueOf(e.getMessage()));
    }
  }

  private static boolean isOneLine(byte[] buffer, int from, int to) {
    int i = from;
    while (i < to && buffer[i] != '\n' && buffer[i] != '\r') {
      i++;
    }
    return i == to;
  }

  /** Copies valid JSON without the white space between its tokens; returns its length. */
  private int compact(byte[] buffer, int from, int to) {
    if (compact.length < to - from || compact.length > LARGE) {
      compact = new byte[Math.max(CAPACITY, to - from)];
    }
    int size = 0;
    boolean inString = false;
    for (int i = from; i < to; i++) {
      byte b = buffer[i];
      if (inString && b == '\\') {
        compact[size++] = b;
        i++;
        compact[size++] = buffer[i];
        continue;
      }
      inString ^= b == '"';
      if (inString || (b != ' ' && b != '\t' && b != '\n' && b != '\r')) {
        compact[size++] = b;
      }
    }
    return size;
  }
}
