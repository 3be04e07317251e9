// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import io.drey.operators.event.Event;

/**
 * Reads {@code key=value} pairs. Escapes in quotes are those of JSON. An unquoted value ends at a
 * space and may contain anything but quotes.
 */
final class LogfmtLines implements LineParser {
  private final Utf8Text utf8 = new Utf8Text();
  private final ObjectBuilder object = new ObjectBuilder();
  private byte[] bytes = {};
  private int start;
  private int at;
  private int end;

  @Override
  public Event parse(byte[] buffer, int from, int to) throws MalformedLineException {
    utf8.check(buffer, from, to);
    bytes = buffer;
    start = from;
    at = from;
    end = to;
    object.begin();
    while (skipSpace()) {
      pair();
    }
    return object.end();
  }

  /** Whether anything is left. */
  private boolean skipSpace() {
    while (at < end && isSpace(bytes[at])) {
      at++;
    }
    return at < end;
  }

  private static boolean isSpace(byte b) {
    return b >= 0 && b <= ' ';
  }

  private void pair() throws MalformedLineException {
    int key = at;
    while (at < end && bytes[at] != '=' && bytes[at] != '"' && !isSpace(bytes[at])) {
      at++;
    }
    if (at == key) {
      throw malformed("Expected a key");
    }
    object.name(bytes, key, at);
    if (at == end || bytes[at] != '=') {
      if (at < end && bytes[at] == '"') {
        throw malformed("Unexpected quote in a key");
      }
      object.isTrue();
      return;
    }
    at++;
    value();
  }

  private void value() throws MalformedLineException {
    if (at < end && bytes[at] == '"') {
      quoted();
      return;
    }
    int value = at;
    while (at < end && !isSpace(bytes[at])) {
      if (bytes[at] == '"') {
        throw malformed("Unexpected quote in a value");
      }
      at++;
    }
    object.value(bytes, value, at);
  }

  private void quoted() throws MalformedLineException {
    at++;
    object.openString();
    while (true) {
      int plain = at;
      while (at < end && bytes[at] != '"' && bytes[at] != '\\') {
        at++;
      }
      object.characters(bytes, plain, at);
      if (at == end) {
        throw malformed("Unterminated quote");
      }
      if (bytes[at] == '"') {
        at++;
        object.closeString();
        break;
      }
      escape();
    }
    if (at < end && !isSpace(bytes[at])) {
      throw malformed("Unexpected text after a quoted value");
    }
  }

  private void escape() throws MalformedLineException {
    int length = escapeLength();
    if (length == 0) {
      throw malformed("Invalid escape");
    }
    object.raw(bytes, at, at + length);
    at += length;
  }

  private int escapeLength() {
    byte escape = at + 1 < end ? bytes[at + 1] : 0;
    if (escape != 'u') {
      return "\"\\/bfnrt".indexOf(escape) >= 0 && escape != 0 ? 2 : 0;
    }
    for (int i = at + 2; i < at + 6; i++) {
      if (i >= end || Character.digit(bytes[i], 16) < 0) {
        return 0;
      }
    }
    return 6;
  }

  private MalformedLineException malformed(String reason) {
    return new MalformedLineException(reason + " at byte " + (at - start));
  }
}
