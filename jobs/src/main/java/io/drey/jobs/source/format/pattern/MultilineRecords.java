// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.pattern;

import io.drey.jobs.source.line.ByteSearch;
import io.drey.jobs.source.line.ByteWindow;
import io.drey.jobs.source.line.RecordReader;
import io.drey.jobs.source.line.StreamPosition;
import java.io.IOException;
import java.io.InputStream;

/**
 * Cuts a stream before each line that a pattern is found in; lines before the first of these are a
 * record too. The last record is unfinished as long as more lines may follow.
 */
public final class MultilineRecords implements RecordReader {
  private final ByteWindow window;
  private final LinePattern start;

  /** Whether there is a record, up to {@code to}; the next one begins at {@code next}. */
  private boolean found;

  private int to;
  private int next;

  /** The offset of the line that is being looked at, and the number of lines before it. */
  private long line;

  private long linesToLine;
  private long linesBefore;

  public MultilineRecords(InputStream in, StreamPosition position, String start) {
    this.window = new ByteWindow(in, position.offset());
    this.start = LinePattern.of(start);
    this.line = position.offset();
    this.linesBefore = position.lines();
    this.linesToLine = linesBefore;
  }

  @Override
  public Found next() throws IOException {
    if (found) {
      found = false;
      window.begin(next);
      line = window.start();
      linesBefore = linesToLine;
    }
    while (!scan()) {
      int read = window.fill();
      if (read == 0) {
        return Found.NOTHING;
      }
      if (read < 0) {
        boolean nothing = window.from() == window.limit() && !window.isOverlong();
        return nothing ? Found.END : Found.UNFINISHED;
      }
    }
    return Found.RECORD;
  }

  /** Looks at the lines that are there; whether one of them begins the next record. */
  private boolean scan() {
    while (true) {
      int end = ByteSearch.find('\n', window.bytes(), window.scanned(), window.limit());
      if (end == window.limit()) {
        window.scanned(end);
        return false;
      }
      if (startsRecord(end)) {
        return true;
      }
      linesToLine++;
      line = window.offset(end + 1);
      window.scanned(end + 1);
    }
  }

  /** Whether the line up to that index is the first one of the next record. */
  private boolean startsRecord(int end) {
    boolean isFirst = line == window.start() || window.index(line) < 0;
    if (isFirst || !start.find(window.bytes(), window.index(line), end)) {
      return false;
    }
    endsAt(window.index(line));
    return true;
  }

  private void endsAt(int behind) {
    next = behind;
    to = behind > window.from() && window.bytes()[behind - 1] == '\n' ? behind - 1 : behind;
    found = true;
  }

  @Override
  public void takeUnfinished() {
    if (line < window.offset(window.limit()) && startsRecord(window.limit())) {
      return;
    }
    linesToLine += line < window.offset(window.limit()) ? 1 : 0;
    endsAt(window.limit());
  }

  @Override
  public byte[] bytes() {
    return window.bytes();
  }

  @Override
  public int from() {
    return window.behindMark(window.from(), to);
  }

  @Override
  public int to() {
    return window.beforeReturn(window.from(), to);
  }

  @Override
  public boolean isOverlong() {
    return window.isOverlong();
  }

  @Override
  public long linesBefore() {
    return linesBefore;
  }

  @Override
  public long nextOffset() {
    return found ? window.offset(next) : window.start();
  }

  @Override
  public long linesRead() {
    return found ? linesToLine : linesBefore;
  }
}
