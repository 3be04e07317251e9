// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.pattern;

import io.drey.jobs.source.line.ByteSearch;
import io.drey.jobs.source.line.StreamPosition;
import io.drey.jobs.source.line.WindowRecords;
import java.io.InputStream;

/**
 * Cuts a stream before each line that a pattern is found in; lines before the first of these are a
 * record too. The last record is unfinished as long as more lines may follow.
 */
public final class MultilineRecords extends WindowRecords {
  private final LinePattern start;

  /** The offset of the line that is being looked at, and the number of lines before it. */
  private long line;

  private long linesToLine;

  public MultilineRecords(InputStream in, StreamPosition position, String start) {
    super(in, position);
    this.start = LinePattern.of(start);
    this.line = position.offset();
    this.linesToLine = position.lines();
  }

  @Override
  protected void begin() {
    line = window.start();
  }

  /** Looks at the lines that are there; whether one of them begins the next record. */
  @Override
  protected boolean scan() {
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
    boolean endsLine = behind > window.from() && window.bytes()[behind - 1] == '\n';
    boolean unused = endsAt(endsLine ? behind - 1 : behind, behind, linesToLine);
  }

  @Override
  public void takeUnfinished() {
    if (line < window.offset(window.limit()) && startsRecord(window.limit())) {
      return;
    }
    linesToLine += line < window.offset(window.limit()) ? 1 : 0;
    endsAt(window.limit());
  }
}
