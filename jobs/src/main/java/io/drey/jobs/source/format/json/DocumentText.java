// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.json;

import io.drey.jobs.source.line.ByteWindow;
import io.drey.jobs.source.line.StreamPosition;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;

/** The text of a document as far as it has been read, of which the beginning is kept. */
final class DocumentText {
  private static final int SHOWN = 8 << 10;

  private final ByteWindow window;

  /** The beginning of the document. */
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  private long start;
  private long linesBefore;
  private long linesRead;

  DocumentText(InputStream in, StreamPosition position) {
    this.window = new ByteWindow(in, position.offset());
    this.start = position.offset();
    this.linesBefore = position.lines();
    this.linesRead = position.lines();
  }

  /** What is there of the stream, from where it has been passed. */
  ByteWindow window() {
    return window;
  }

  /** A document begins where the window does. */
  void begin() {
    start = window.start();
    linesBefore = linesRead;
  }

  /** Keeps nothing of the document any more. */
  void forget() {
    shown.reset();
  }

  /** Moves on, and keeps the beginning of a document to show it. */
  void pass(int next) {
    int count = Math.min(next - window.from(), SHOWN - shown.size());
    if (count > 0) {
      shown.write(window.bytes(), window.from(), count);
    }
    window.begin(next);
  }

  /** Where something stands that is no space, at that index or behind it. */
  int behindSpace(int from) {
    byte[] bytes = window.bytes();
    int at = from;
    while (at < window.limit()
        && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
      linesRead += bytes[at] == '\n' ? 1 : 0;
      at++;
    }
    return at;
  }

  byte[] shown() {
    return shown.toByteArray();
  }

  int shownBytes() {
    return shown.size();
  }

  /** The offset in the stream at which the document begins. */
  long start() {
    return start;
  }

  /** The number of bytes of the document that have been passed. */
  long passed() {
    return window.start() - start;
  }

  /** The number of lines before the document. */
  long linesBefore() {
    return linesBefore;
  }

  /** The number of lines that have been read. */
  long linesRead() {
    return linesRead;
  }

  /** Sets the number of lines that have been read. */
  void linesRead(long lines) {
    linesRead = lines;
  }
}
