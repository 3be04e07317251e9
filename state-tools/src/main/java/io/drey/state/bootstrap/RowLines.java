// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.bootstrap;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** The lines of a file, or of standard input, which may be compressed by gzip. */
public final class RowLines implements AutoCloseable {
  /** Stands for standard input. */
  public static final String STANDARD_INPUT = "-";

  private static final int BUFFER = 1 << 16;
  private static final int FIRST_LINE = 1 << 10;
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  private final String name;
  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;
  private byte[] line = new byte[FIRST_LINE];
  private int length;
  private long number;

  RowLines(String name, InputStream in) throws IOException {
    this.name = name;
    this.in = decompressed(new BufferedInputStream(in, BUFFER));
  }

  /** Opens a file, or standard input. */
  public static RowLines open(String file) throws IOException {
    return file.equals(STANDARD_INPUT)
        ? new RowLines("(standard input)", System.in)
        : new RowLines(file, Files.newInputStream(Path.of(file)));
  }

  private static InputStream decompressed(InputStream stored) throws IOException {
    stored.mark(2);
    boolean isGzip = stored.read() == GZIP_FIRST && stored.read() == GZIP_SECOND;
    stored.reset();
    return isGzip ? new GZIPInputStream(stored, BUFFER) : stored;
  }

  /** The file, for messages. */
  String name() {
    return name;
  }

  /** Moves on to the next line that is not blank, and returns whether there is one. */
  boolean next() throws IOException {
    while (nextLine()) {
      if (!isBlank()) {
        return true;
      }
    }
    return false;
  }

  private boolean nextLine() throws IOException {
    length = 0;
    number++;
    while (true) {
      if (at == end) {
        at = 0;
        end = in.read(buffer);
        if (end <= 0) {
          end = 0;
          return length > 0;
        }
      }
      int from = at;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      append(from);
      if (at < end) {
        at++;
        return true;
      }
    }
  }

  private void append(int from) {
    int more = at - from;
    if (length + more > line.length) {
      line = Arrays.copyOf(line, Math.max(Math.addExact(length, more), 2 * line.length));
    }
    System.arraycopy(buffer, from, line, length, more);
    length += more;
  }

  private boolean isBlank() {
    for (int i = 0; i < length; i++) {
      if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  /** The bytes of the line, valid until the next one. */
  byte[] bytes() {
    return line;
  }

  int length() {
    return length;
  }

  /** The number of the line, from 1. */
  long number() {
    return number;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
