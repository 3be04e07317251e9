// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.yaml;

import org.snakeyaml.engine.v2.common.ScalarStyle;

/**
 * The part of a file that a scalar was read from. It maps a position in the scalar's text to the
 * file by walking along both: they differ in quotes, escapes, indentation and folded lines.
 */
public final class ScalarOrigin {
  private final SourceText source;
  private final int from;
  private final int to;
  private final ScalarStyle style;

  ScalarOrigin(SourceText source, int from, int to, ScalarStyle style) {
    this.source = source;
    this.from = from;
    this.to = Math.min(to, source.length());
    this.style = style;
  }

  boolean isPlain() {
    return style == ScalarStyle.PLAIN;
  }

  Position start() {
    return source.position(from);
  }

  /** The position of a line and column of the text; both start at 1, columns count UTF-16. */
  Position positionOf(String text, int line, int column) {
    int start = 0;
    for (int lines = 1; lines < line; lines++) {
      start = text.indexOf('\n', start) + 1;
    }
    return positionOf(text, Math.min(start + column - 1, text.length()));
  }

  /** The position of an index into the text, in UTF-16. */
  Position positionOf(String text, int index) {
    int target = text.codePointCount(0, index);
    return source.position(walk(text.codePoints().toArray(), target));
  }

  private int walk(int[] value, int target) {
    int j = isBlock() ? skipBlank(value, 0) : 0;
    int i = first();
    while (j < target && j < value.length && i < to) {
      int here = source.at(i);
      if (style == ScalarStyle.DOUBLE_QUOTED && here == '\\') {
        i += escapeLength(i);
        j++;
      } else if (isLineEnd(i)) {
        i = skipBlank(i);
        j = skipBlank(value, j);
      } else if (here != value[j]) {
        return from;
      } else {
        i += style == ScalarStyle.SINGLE_QUOTED && here == '\'' ? 2 : 1;
        j++;
      }
    }
    return Math.min(i, Math.max(from, to));
  }

  private int first() {
    if (!isBlock()) {
      return style == ScalarStyle.PLAIN ? from : from + 1;
    }
    int header = from;
    while (header < to && source.at(header) != '\n') {
      header++;
    }
    return skipBlank(header);
  }

  private boolean isBlock() {
    return style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
  }

  private boolean isLineEnd(int index) {
    int i = index;
    while (i < to && isSpace(source.at(i))) {
      i++;
    }
    return i < to && source.at(i) == '\n';
  }

  private int skipBlank(int index) {
    int i = index;
    while (i < to && (isSpace(source.at(i)) || source.at(i) == '\n')) {
      i++;
    }
    return i;
  }

  private static int skipBlank(int[] value, int index) {
    int j = index;
    while (j < value.length && (isSpace(value[j]) || value[j] == '\n')) {
      j++;
    }
    return j;
  }

  private static boolean isSpace(int codePoint) {
    return codePoint == ' ' || codePoint == '\t' || codePoint == '\r';
  }

  private int escapeLength(int index) {
    int kind = index + 1 < to ? source.at(index + 1) : ' ';
    return switch (kind) {
      case 'x' -> 4;
      case 'u' -> 6;
      case 'U' -> 10;
      default -> 2;
    };
  }
}
