// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.syntax;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The original columns of a text that was rewritten within its lines. */
final class SourceMap {
  /** The line in which a text that is gone through once has arrived. */
  private static final class Cursor {
    private int at;
    private int line = 1;
    private int lineStart;

    int columnOf(CharSequence text, int offset) {
      for (; at < offset; at++) {
        if (text.charAt(at) == '\n') {
          line++;
          lineStart = at + 1;
        }
      }
      return offset - lineStart + 1;
    }
  }

  /** An original column, and whether what follows is copied rather than written anew. */
  private record Mark(int column, boolean isCopied) {}

  private final Cursor rewritten = new Cursor();
  private final Cursor original = new Cursor();

  /** By line: from a column of the rewritten text on, the original column. */
  private final Map<Integer, NavigableMap<Integer, Mark>> lines = new HashMap<>();

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /**
   * Records that what is written next comes from that offset of the original text.
   *
   * @param isCopied whether it is the text itself; else all of it stands for that place
   */
  void add(CharSequence written, String text, int offset, boolean isCopied) {
    int column = original.columnOf(text, offset);
    lines
        .computeIfAbsent(original.line, unused -> new TreeMap<>())
        .put(rewritten.columnOf(written, written.length()), new Mark(column, isCopied));
  }

  /** The original column of a place in the rewritten text. */
  int column(int line, int column) {
    NavigableMap<Integer, Mark> marks = lines.get(line);
    Map.Entry<Integer, Mark> mark = marks == null ? null : marks.floorEntry(column);
    if (mark == null) {
      return column;
    }
    int original = mark.getValue().column();
    return mark.getValue().isCopied() ? original + column - mark.getKey() : original;
  }
}
