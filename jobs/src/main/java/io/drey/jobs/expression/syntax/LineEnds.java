// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.syntax;

/** Ends a {@code return} with its line: JEXL would read on and take the next line as its value. */
public final class LineEnds {
  private static final String RETURN = "return";

  private LineEnds() {}

  /** The text with a semicolon after each such return. */
  public static String marked(String text) {
    StringBuilder marked = new StringBuilder(text.length());
    int from = 0;
    for (int at = 0; at < text.length(); at = Nesting.next(text, at)) {
      int end = at + RETURN.length();
      if (isReturn(text, at, end) && endsLine(text, end)) {
        marked.append(text, from, end).append(';');
        from = end;
      }
    }
    return marked.append(text, from, text.length()).toString();
  }

  private static boolean isReturn(String text, int at, int end) {
    return text.startsWith(RETURN, at)
        && (at == 0 || !Nesting.isPartOfName(text.charAt(at - 1)))
        && (end == text.length() || !Nesting.isPartOfName(text.charAt(end)));
  }

  private static boolean endsLine(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return text.startsWith("\n", at) || text.startsWith("//", at) || text.startsWith("##", at);
  }
}
