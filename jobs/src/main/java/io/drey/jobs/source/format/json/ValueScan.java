// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.json;

import io.drey.jobs.source.line.ByteWindow;

/**
 * Finds the end of a JSON value: of an object or array by its brackets. Where these cannot be
 * right, it was cut off: a string does not go on in the next line, and an object begins only behind
 * a colon, a comma or a bracket. It then ends before the first line that begins with an object,
 * else there.
 *
 * <p>It keeps offsets in the stream, so that the window may move between calls.
 */
final class ValueScan {
  private static final long NONE = -1;

  /**
   * How deep an object may be nested that begins a line. A stream of objects that are all cut off
   * is looked at so many times.
   */
  private static final int DEEPEST = 64;

  private boolean isScalar;
  private boolean isKept;
  private int depth;
  private boolean inString;
  private boolean escaped;
  private byte last;

  /** The number of line ends passed. */
  private long lines;

  private long end;
  private boolean broken;

  /** The first line inside that begins with an object, and the lines before it. */
  private long candidate;

  private long linesToCandidate;

  /**
   * Starts at the byte up to which the window has been scanned.
   *
   * @param isKept whether the window is to keep the whole value
   */
  void begin(byte first, boolean isKept) {
    this.isKept = isKept;
    isScalar = first != '{' && first != '[' && first != '"';
    depth = 0;
    inString = false;
    escaped = false;
    last = ':';
    lines = 0;
    broken = false;
    candidate = NONE;
  }

  /** Scans what is there; whether it has found the end. */
  boolean scan(ByteWindow window) {
    byte[] bytes = window.bytes();
    int limit = window.limit();
    for (int i = window.scanned(); i < limit; i++) {
      byte b = bytes[i];
      if (isScalar) {
        if (endsScalar(b)) {
          endAt(i, window);
          return true;
        }
        continue;
      }
      boolean ended;
      if (inString) {
        ended = inString(b);
      } else {
        ended = (b > ' ' || b < 0) ? token(b, bytes, i, window) : space(b);
      }
      if (ended) {
        endAt(broken ? i : i + 1, window);
        return true;
      }
    }
    window.scanned(limit);
    return false;
  }

  private boolean inString(byte b) {
    if (b == '\n') {
      broken = true;
      return true;
    }
    if (escaped) {
      escaped = false;
    } else if (b == '\\') {
      escaped = true;
    } else if (b == '"') {
      inString = false;
      return depth == 0;
    }
    return false;
  }

  private static boolean endsScalar(byte b) {
    return (b >= 0 && b <= ' ') || b == ',' || b == ']' || b == '}' || b == '{' || b == '[';
  }

  private boolean space(byte b) {
    lines += b == '\n' ? 1 : 0;
    return false;
  }

  private boolean token(byte b, byte[] bytes, int index, ByteWindow window) {
    switch (b) {
      case '"' -> inString = true;
      case '{' -> {
        boolean beginsLine = depth > 0 && index > 0 && bytes[index - 1] == '\n';
        broken = (last != ':' && last != ',' && last != '[') || (beginsLine && depth > DEEPEST);
        if (broken) {
          return true;
        }
        if (beginsLine && candidate == NONE) {
          candidate = window.offset(index);
          linesToCandidate = lines;
        }
        depth++;
      }
      case '[' -> depth++;
      case '}', ']' -> depth--;
      default -> {}
    }
    last = b;
    return depth == 0 && !inString;
  }

  private void endAt(int index, ByteWindow window) {
    end = window.offset(index);
    if (broken) {
      cut(window);
    }
  }

  /** Takes what is there for all there is: the stream has ended. */
  void takeUnfinished(ByteWindow window) {
    end = window.offset(window.limit());
    broken = true;
    cut(window);
  }

  private void cut(ByteWindow window) {
    if (isKept && candidate != NONE && !window.isOverlong()) {
      end = candidate;
      lines = linesToCandidate;
    }
  }

  /** The offset in the stream behind it. */
  long end() {
    return end;
  }

  /** Whether it was cut off. */
  boolean isBroken() {
    return broken;
  }

  /** The number of line ends in it. */
  long lines() {
    return lines;
  }
}
