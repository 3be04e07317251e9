// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.csv;

import io.drey.jobs.source.line.MalformedLineException;
import java.util.Arrays;

/** Takes the values of a record of CSV, quoted as in RFC 4180, one after another. */
final class CsvValues {
  private static final int CAPACITY = 256;
  private static final int LARGE = 1 << 20;

  private final byte delimiter;
  private byte[] record = {};
  private int start;
  private int at;
  private int end;

  /** The value last read: {@code value[from, to)}. */
  private byte[] value = {};

  private int from;
  private int to;
  private byte[] unquoted = new byte[CAPACITY];

  CsvValues(byte delimiter) {
    this.delimiter = delimiter;
  }

  /** Starts with the record {@code bytes[recordFrom, recordTo)}. */
  void begin(byte[] bytes, int recordFrom, int recordTo) {
    record = bytes;
    start = recordFrom;
    at = recordFrom;
    end = recordTo;
    if (unquoted.length > LARGE) {
      unquoted = new byte[CAPACITY];
    }
  }

  /** Whether another value follows, behind a delimiter. */
  boolean hasNext() {
    boolean more = at < end;
    at++;
    return more;
  }

  /** Reads a value. */
  void next() throws MalformedLineException {
    if (at < end && record[at] == '"') {
      readQuoted();
      return;
    }
    value = record;
    from = at;
    while (at < end && record[at] != delimiter) {
      at++;
    }
    to = at;
  }

  private void readQuoted() throws MalformedLineException {
    int quote = at;
    int size = 0;
    at++;
    while (true) {
      if (at >= end) {
        throw malformed("Unterminated quote", quote);
      }
      byte b = record[at++];
      if (b == '"') {
        if (at == end || record[at] != '"') {
          break;
        }
        at++;
      }
      if (size == unquoted.length) {
        unquoted = Arrays.copyOf(unquoted, size * 2);
      }
      unquoted[size++] = b;
    }
    if (at < end && record[at] != delimiter) {
      throw malformed("Unexpected text after a quoted value", at);
    }
    value = unquoted;
    from = 0;
    to = size;
  }

  private MalformedLineException malformed(String reason, int index) {
    return new MalformedLineException(reason + " at byte " + (index - start));
  }

  byte[] bytes() {
    return value;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }
}
