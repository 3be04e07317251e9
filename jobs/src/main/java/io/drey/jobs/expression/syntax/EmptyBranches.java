// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.syntax;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Finds {@code if (…) ;}. Its tree is that of an if without the semicolon: JEXL would run the
 * {@code else} branch in place of the empty one.
 */
final class EmptyBranches {
  private static final String IF = "if";

  private EmptyBranches() {}

  /** The offset of the first such semicolon, or -1. */
  static int find(String text) {
    Deque<Boolean> ofIfs = new ArrayDeque<>();
    boolean isBehindIf = false;
    int before = -1;
    for (int at = 0; at < text.length(); at = Nesting.next(text, at)) {
      char c = text.charAt(at);
      if (isBlank(text, at)) {
        continue;
      }
      if (isBehindIf && c == ';') {
        return at;
      }
      isBehindIf = c == ')' && !ofIfs.isEmpty() && ofIfs.pop();
      if (c == '(') {
        ofIfs.push(endsIf(text, before));
      }
      before = at;
    }
    return -1;
  }

  private static boolean isBlank(String text, int at) {
    return Character.isWhitespace(text.charAt(at))
        || text.startsWith("//", at)
        || text.startsWith("/*", at)
        || text.startsWith("##", at);
  }

  /** Whether the word that ends there is the keyword if, and no method or field. */
  private static boolean endsIf(String text, int last) {
    int from = last - IF.length() + 1;
    return from >= 0
        && text.startsWith(IF, from)
        && (from == 0 || !Nesting.isPartOfName(text.charAt(from - 1)));
  }
}
