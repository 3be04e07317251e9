// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.csv;

import io.drey.jobs.source.line.ByteSearch;
import io.drey.jobs.source.line.StreamPosition;
import io.drey.jobs.source.line.WindowRecords;
import java.io.InputStream;

/**
 * Cuts a stream at line ends outside of quotes, as in RFC 4180. Where a quote with a line break in
 * it is not followed by a delimiter or line end, or still open after {@link #LONGEST_QUOTE}, it was
 * a stray one: the record ends with the line in which the quote stands, and is malformed.
 */
public final class CsvRecords extends WindowRecords {
  /** In bytes. */
  static final int LONGEST_QUOTE = 1 << 20;

  private enum Where {
    START_OF_VALUE,
    VALUE,
    QUOTED,
    /** Behind a quote that closes the value, unless another one follows. */
    CLOSED,
    /** Behind a closing quote and a carriage return. */
    RETURNED
  }

  private final byte delimiter;

  /** The number of lines up to the end of what has been looked at. */
  private long lines;

  /** Whether a quote has been seen in the record; only then the rest means anything. */
  private boolean hasQuotes;

  private Where where = Where.START_OF_VALUE;

  /** The offset of the quote that opened the value, and the number of lines up to it. */
  private long quote;

  private long linesToQuote;

  /** The offset behind the first line break in the quoted value; -1 if it has none. */
  private long behindBreak;

  public CsvRecords(InputStream in, StreamPosition start, byte delimiter) {
    super(in, start);
    this.lines = start.lines() + 1;
    this.delimiter = delimiter;
  }

  @Override
  protected void begin() {
    hasQuotes = false;
    lines = linesBefore() + 1;
  }

  @Override
  protected boolean scan() {
    if (!hasQuotes) {
      byte[] bytes = window.bytes();
      int end = ByteSearch.find('\n', bytes, window.scanned(), window.limit());
      if (ByteSearch.find('"', bytes, window.scanned(), end) == end) {
        window.scanned(end);
        return end < window.limit() && endsAt(end);
      }
      hasQuotes = true;
      where = Where.START_OF_VALUE;
      window.scanned(window.behindMark(window.from(), window.limit()));
    }
    return scanQuotes();
  }

  private boolean scanQuotes() {
    byte[] bytes = window.bytes();
    for (int i = window.scanned(); i < window.limit(); i++) {
      byte b = bytes[i];
      if (where == Where.QUOTED) {
        if (inQuotes(b, i)) {
          return true;
        }
      } else if (b == '\n') {
        return endsAt(i);
      } else if (isStray(b)) {
        if (cut()) {
          return true;
        }
        where = Where.VALUE;
      } else {
        outside(b, i);
      }
    }
    window.scanned(window.limit());
    return false;
  }

  /** Whether the record ends because the quote has been open for too long. */
  private boolean inQuotes(byte b, int index) {
    if (b == '"') {
      where = Where.CLOSED;
    } else if (b == '\n') {
      lines++;
      behindBreak = behindBreak < 0 ? window.offset(index + 1) : behindBreak;
    }
    if (behindBreak < 0 || window.offset(index) - quote <= LONGEST_QUOTE) {
      return false;
    }
    if (cut()) {
      return true;
    }
    where = Where.VALUE;
    return false;
  }

  /** Whether that follows a closing quote, but must not, and a line break is in the quotes. */
  private boolean isStray(byte b) {
    return behindBreak >= 0
        && (where == Where.RETURNED
            || (where == Where.CLOSED && b != '"' && b != '\r' && b != delimiter));
  }

  private void outside(byte b, int index) {
    if (b == delimiter) {
      where = Where.START_OF_VALUE;
    } else if (b == '"' && where == Where.START_OF_VALUE) {
      where = Where.QUOTED;
      quote = window.offset(index);
      linesToQuote = lines;
      behindBreak = -1;
    } else if (b == '"' && where == Where.CLOSED) {
      where = Where.QUOTED;
    } else {
      where = b == '\r' && where == Where.CLOSED ? Where.RETURNED : Where.VALUE;
    }
  }

  private boolean endsAt(int newline) {
    return endsAt(newline, newline + 1, lines);
  }

  /** Ends the record with the line of the last quote; false if that has been dropped. */
  private boolean cut() {
    if (window.isOverlong()) {
      return false;
    }
    lines = linesToQuote;
    return endsAt(window.index(behindBreak) - 1);
  }

  @Override
  public void takeUnfinished() {
    if (hasQuotes && where == Where.QUOTED && behindBreak >= 0 && cut()) {
      return;
    }
    boolean unused = endsAt(window.limit(), window.limit(), lines);
  }
}
