// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.json;

import io.drey.jobs.source.line.StreamPosition;
import io.drey.jobs.source.line.WindowRecords;
import java.io.InputStream;

/**
 * Cuts a stream at the ends of JSON objects, which stand one behind the other or are the elements
 * of arrays. What is neither an object nor between objects is a record up to the next object,
 * comma, bracket or line end.
 */
public final class JsonValues extends WindowRecords {
  private enum Where {
    BETWEEN,
    OBJECT,
    OTHER,
    OTHER_STRING
  }

  private final ValueScan scan = new ValueScan();
  private Where where = Where.BETWEEN;
  private boolean ended;
  private boolean escaped;

  public JsonValues(InputStream in, StreamPosition start) {
    super(in, start);
  }

  @Override
  protected void begin() {
    where = Where.BETWEEN;
  }

  @Override
  protected Found end() {
    ended = true;
    if (where == Where.BETWEEN && scan()) {
      return Found.RECORD;
    }
    return where == Where.BETWEEN ? Found.END : Found.UNFINISHED;
  }

  @Override
  protected boolean scan() {
    if (where == Where.BETWEEN && !begins()) {
      return false;
    }
    if (where != Where.OBJECT) {
      return scanOther();
    }
    if (!scan.scan(window)) {
      return false;
    }
    return endsAt(window.index(scan.end()), scan.lines());
  }

  /** Skips what stands between two records; whether one begins. */
  private boolean begins() {
    byte[] bytes = window.bytes();
    int limit = window.limit();
    for (int i = window.scanned(); i < limit; i++) {
      byte b = bytes[i];
      if (b == (byte) 0xEF && limit - i < 3 && !ended) {
        window.scanned(i);
        return false;
      }
      int behindMark = window.behindMark(i, limit);
      if (behindMark > i) {
        i = behindMark - 1;
      } else if (b == '\n') {
        passLine();
      } else if (b != ' ' && b != '\t' && b != '\r' && b != ',' && b != '[' && b != ']') {
        begin(i, b);
        return true;
      }
    }
    window.begin(limit);
    return false;
  }

  private void begin(int index, byte first) {
    window.begin(index);
    if (first == '{') {
      where = Where.OBJECT;
      scan.begin(first, true);
    } else {
      where = first == '"' ? Where.OTHER_STRING : Where.OTHER;
      escaped = false;
      window.scanned(window.from() + 1);
    }
  }

  private boolean scanOther() {
    byte[] bytes = window.bytes();
    for (int i = window.scanned(); i < window.limit(); i++) {
      byte b = bytes[i];
      boolean inString = where == Where.OTHER_STRING;
      if (b == '\n' || (!inString && (b == '{' || b == '[' || b == ',' || b == ']'))) {
        return endsAt(i, 0);
      }
      if (inString && b == '"' && !escaped) {
        where = Where.OTHER;
      }
      escaped = inString && b == '\\' && !escaped;
    }
    window.scanned(window.limit());
    return false;
  }

  /** Ends the record, without the line ends before that index. */
  private boolean endsAt(int index, long lines) {
    int end = window.beforeLineEnds(window.from(), index);
    return endsAt(end, index, linesBefore() + lines);
  }

  @Override
  public void takeUnfinished() {
    if (where == Where.OBJECT) {
      scan.takeUnfinished(window);
      boolean unused = endsAt(window.index(scan.end()), scan.lines());
    } else {
      boolean unused = endsAt(window.limit(), 0);
    }
  }
}
