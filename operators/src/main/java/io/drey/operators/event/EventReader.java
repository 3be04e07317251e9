// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import java.util.Arrays;

/** Reads events from bytes, validating them; reusable, not thread-safe. */
public final class EventReader {
  private final JsonScanner scanner = new JsonScanner();

  /**
   * Reads an object from {@code buffer[from, to)}, which is copied without surrounding white space.
   *
   * @throws MalformedJsonException if it is not one valid object
   */
  public Event read(byte[] buffer, int from, int to) throws MalformedJsonException {
    int start = scan(buffer, from, to);
    byte[] json = Arrays.copyOfRange(buffer, start, scanner.end());
    return Event.scanned(json, scanner.members(start));
  }

  private int scan(byte[] buffer, int from, int to) throws MalformedJsonException {
    try {
      return scanner.scan(buffer, from, to);
    } catch (MalformedJsonException e) {
      throw e.from(from);
    }
  }
}
