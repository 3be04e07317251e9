// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.jobs.source.line.ByteWindow;

/** Reads the name of a member and the colon behind it. */
final class MemberHead {
  private static final int LONGEST_NAME = 1 << 20;

  /** What is at the quote with which a name begins. */
  enum Found {
    WHOLE,
    PART,
    TOO_LONG,
    WITHOUT_COLON
  }

  private String name = "";

  /** Reads it where the window begins, and passes it if it is there as a whole. */
  Found read(DocumentText text) {
    ByteWindow window = text.window();
    byte[] bytes = window.bytes();
    int limit = window.limit();
    int quote = window.from() + 1;
    while (quote < limit && bytes[quote] != '"' && bytes[quote] != '\n') {
      quote += bytes[quote] == '\\' ? 2 : 1;
    }
    if (quote >= limit) {
      return limit - window.from() > LONGEST_NAME ? Found.TOO_LONG : Found.PART;
    }
    long lines = text.linesRead();
    int colon = text.behindSpace(quote + 1);
    boolean hasColon = colon < limit && bytes[colon] == ':';
    int value = hasColon ? text.behindSpace(colon + 1) : colon;
    if (value >= limit) {
      text.linesRead(lines);
      return Found.PART;
    }
    if (bytes[quote] == '\n' || !hasColon) {
      return Found.WITHOUT_COLON;
    }
    name = new String(bytes, window.from() + 1, quote - window.from() - 1, UTF_8);
    text.pass(value);
    return Found.WHOLE;
  }

  /** The name that was read last, without quotes. */
  String name() {
    return name;
  }
}
