package io.drey.operators.event;

import java.util.Arrays;

/** Reads events from bytes, validating them; reusable, not thread-safe. */
public final class EventReader {
  private final JsonScanner scanner = new JsonScanner();

  /**
   * Reads an object from {@code buffer[from, to)}, which is copied; white space around it is left
   * out.
   *
   * @throws MalformedJsonException if it is not one valid object
   */
  public Event read(byte[] buffer, int from, int to) throws MalformedJsonException {
    int start = scanner.scan(buffer, from, to);
    byte[] json = Arrays.copyOfRange(buffer, start, scanner.end());
    return Event.scanned(json, scanner.members(start));
  }

  /** The members of an object that is known to be valid. */
  static Members membersOf(byte[] json) {
    JsonScanner scanner = new JsonScanner();
    try {
      return scanner.members(scanner.scan(json, 0, json.length));
    } catch (MalformedJsonException e) {
      throw new IllegalStateException("Event is not a JSON object: " + e.getMessage(), e);
    }
  }
}
