// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format;

import io.drey.jobs.source.line.LineParser;
import io.drey.jobs.source.line.MalformedLineException;
import io.drey.jobs.source.line.ObjectBuilder;
import io.drey.jobs.source.line.Utf8Text;
import io.drey.operators.event.Event;

/**
 * Reads {@code key=value} pairs. Escapes in double quotes are those of JSON and of Go's {@code %q};
 * single quotes have none. An unquoted value ends at a space and may contain anything but double
 * quotes.
 */
final class LogfmtLines implements LineParser {
  private final Utf8Text utf8 = new Utf8Text();
  private final ObjectBuilder object = new ObjectBuilder();
  private final GoEscapes escapes = new GoEscapes(object);
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
    byte first = at < end ? bytes[at] : 0;
    if (first == '"') {
      quoted();
    } else if (first == '\'') {
      singleQuoted();
    } else {
      plain();
      return;
    }
    if (at < end && !isSpace(bytes[at])) {
      throw malformed("Unexpected text after a quoted value");
    }
  }

  private void plain() throws MalformedLineException {
    int value = at;
    while (at < end && !isSpace(bytes[at])) {
      if (bytes[at] == '"') {
        throw malformed("Unexpected quote in a value");
      }
      at++;
    }
    object.value(bytes, value, at);
  }

  private void singleQuoted() throws MalformedLineException {
    int text = at + 1;
    do {
      at++;
    } while (at < end && bytes[at] != '\'');
    if (at == end) {
      throw malformed("Unterminated quote");
    }
    object.string(bytes, text, at);
    at++;
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
        return;
      }
      int behind = escapes.write(bytes, at, end);
      if (behind < 0) {
        throw malformed("Invalid escape");
      }
      at = behind;
    }
  }

  private MalformedLineException malformed(String reason) {
    return new MalformedLineException(reason + " at byte " + (at - start));
  }
}
