// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.eval;

import java.util.ArrayDeque;
import java.util.Deque;

/** Finds brackets and quotes that are not closed. */
final class OpenBrackets {
  private static final String OPENING = "([{";
  private static final String CLOSING = ")]}";
  private static final String QUOTES = "'\"`";

  private OpenBrackets() {}

  /** What was opened last and is still to be closed; empty if all is, or too much. */
  static String last(String text) {
    Deque<Character> open = new ArrayDeque<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      Character last = open.peek();
      if (last != null && QUOTES.indexOf(last) >= 0) {
        if (c == '\\') {
          i++;
        } else if (c == last) {
          open.pop();
        }
      } else if (QUOTES.indexOf(c) >= 0 || OPENING.indexOf(c) >= 0) {
        open.push(c);
      } else if (CLOSING.indexOf(c) >= 0 && last != null) {
        open.pop();
      }
    }
    return open.isEmpty() ? "" : open.peek().toString();
  }
}
