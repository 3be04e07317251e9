// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.operators.event.Event;
import io.drey.operators.event.MalformedJsonException;
import java.io.ByteArrayOutputStream;

/** An object or array of a document on the way to its records. */
final class Enclosing {
  enum Kind {
    OBJECT,
    ARRAY,
    RECORDS;

    static Kind of(byte bracket) {
      return bracket == '{' ? OBJECT : ARRAY;
    }
  }

  private final Kind kind;
  private final int level;

  /** The members that are kept: JSON without the brackets. */
  private final ByteArrayOutputStream members = new ByteArrayOutputStream(0);

  private boolean passed;

  /**
   * @param level how many names of the path lead to it
   */
  Enclosing(Kind kind, int level) {
    this.kind = kind;
    this.level = level;
  }

  Kind kind() {
    return kind;
  }

  int level() {
    return level;
  }

  /** Notes that the way has led through one of its members. */
  void pass() {
    passed = true;
  }

  /** Whether its records have been passed. */
  boolean isPassed() {
    return passed;
  }

  /** Keeps a member whose value is {@code bytes[from, to)}. */
  void keep(String name, byte[] bytes, int from, int to) {
    if (members.size() > 0) {
      members.write(',');
    }
    byte[] quoted = ("\"" + name + "\":").getBytes(UTF_8);
    members.write(quoted, 0, quoted.length);
    members.write(bytes, from, to - from);
  }

  /** The members kept; none if they are not valid JSON. */
  Event object() {
    byte[] json = ("{" + members.toString(UTF_8) + "}").getBytes(UTF_8);
    try {
      return Event.parse(json, 0, json.length);
    } catch (MalformedJsonException e) {
      return Event.of("{}");
    }
  }
}
