// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import io.drey.operators.event.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads comma-separated values below a header line. Values are quoted as in RFC 4180; quotes do not
 * affect the type of a value.
 */
final class CsvLines implements LineParser {
  /** Stands for a header that could not be read: a header that was read has a name. */
  private static final byte[][] NO_NAMES = {};

  private final Utf8Text utf8 = new Utf8Text();
  private final ObjectBuilder object = new ObjectBuilder();
  private byte @Nullable [][] names;

  private byte[] bytes = {};
  private int start;
  private int at;
  private int end;

  /** The value last read: {@code value[valueFrom, valueTo)}. */
  private byte[] value = {};

  private int valueFrom;
  private int valueTo;
  private byte[] unquoted = new byte[256];

  @Override
  public boolean needsHeader() {
    return names == null;
  }

  @Override
  public @Nullable Event parse(byte[] buffer, int from, int to) throws MalformedLineException {
    bytes = buffer;
    start = from;
    at = from;
    end = to;
    byte[][] header = names;
    if (header == null) {
      names = NO_NAMES;
      utf8.check(buffer, from, to);
      names = readNames();
      return null;
    }
    utf8.check(buffer, from, to);
    return readValues(header);
  }

  private byte[][] readNames() throws MalformedLineException {
    List<byte[]> read = new ArrayList<>();
    do {
      readValue();
      read.add(Arrays.copyOfRange(value, valueFrom, valueTo));
    } while (comma());
    return read.toArray(byte[][]::new);
  }

  private Event readValues(byte[][] header) throws MalformedLineException {
    if (header.length == 0) {
      throw new MalformedLineException("No header: the first line is malformed");
    }
    object.begin();
    int count = 0;
    do {
      readValue();
      if (count < header.length) {
        object.name(header[count], 0, header[count].length);
        object.value(value, valueFrom, valueTo);
      }
      count++;
    } while (comma());
    if (count != header.length) {
      throw new MalformedLineException("Expected " + header.length + " values but found " + count);
    }
    return object.end();
  }

  private boolean comma() {
    boolean more = at < end;
    at++;
    return more;
  }

  private void readValue() throws MalformedLineException {
    if (at < end && bytes[at] == '"') {
      readQuoted();
      return;
    }
    value = bytes;
    valueFrom = at;
    while (at < end && bytes[at] != ',') {
      at++;
    }
    valueTo = at;
  }

  private void readQuoted() throws MalformedLineException {
    int size = 0;
    at++;
    while (true) {
      if (at == end) {
        throw malformed("Unterminated quote (a record is one line)");
      }
      byte b = bytes[at++];
      if (b == '"') {
        if (at == end || bytes[at] != '"') {
          break;
        }
        at++;
      }
      if (size == unquoted.length) {
        unquoted = Arrays.copyOf(unquoted, size * 2);
      }
      unquoted[size++] = b;
    }
    if (at < end && bytes[at] != ',') {
      throw malformed("Unexpected text after a quoted value");
    }
    value = unquoted;
    valueFrom = 0;
    valueTo = size;
  }

  private MalformedLineException malformed(String reason) {
    return new MalformedLineException(reason + " at byte " + (at - start));
  }
}
