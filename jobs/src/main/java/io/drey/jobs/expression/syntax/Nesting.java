// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.syntax;

import io.drey.jobs.expression.value.QuotedText;

/**
 * Bounds a text before JEXL parses it: the parser recurses with every bracket, its time doubles
 * with each square bracket or brace.
 */
public final class Nesting {
  /** The maximum depth of the syntax tree. */
  public static final int DEEPEST = 300;

  private static final int MOST_BRACKETS = 8;
  private static final int MOST_PARENTHESES = 100;
  private static final int LONGEST = 1 << 16;
  private static final String RULE =
      ": must not be nested deeper than "
          + MOST_BRACKETS
          + " brackets or "
          + MOST_PARENTHESES
          + " parentheses";

  private Nesting() {}

  /** Checks the length of a text as it was written. */
  public static void checkLength(String text, String thing) throws ExpressionException {
    if (text.length() > LONGEST) {
      String rule = ": must be at most " + LONGEST + " characters but was " + text.length();
      throw new ExpressionException("Invalid " + thing + rule, 1, 1);
    }
  }

  /**
   * Checks a text.
   *
   * @param thing its name in messages
   */
  public static void check(String text, String thing) throws ExpressionException {
    int parentheses = 0;
    int brackets = 0;
    for (int i = 0; i < text.length(); i = next(text, i)) {
      switch (text.charAt(i)) {
        case '(' -> parentheses++;
        case ')' -> parentheses--;
        case '[', '{' -> brackets++;
        case ']', '}' -> brackets--;
        default -> {}
      }
      if (parentheses > MOST_PARENTHESES || brackets > MOST_BRACKETS) {
        throw at(text, i, "Invalid " + thing + RULE);
      }
    }
  }

  public static ExpressionException tooDeep(String thing, int line, int column) {
    return new ExpressionException("Invalid " + thing + RULE, line, column);
  }

  static ExpressionException at(String text, int offset, String message) {
    int line = (int) text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    return new ExpressionException(message, line, offset - text.lastIndexOf('\n', offset));
  }

  /** The start of the next token; a string or comment is one token. */
  static int next(String text, int at) {
    char c = text.charAt(at);
    if (c == '\'' || c == '"') {
      return QuotedText.end(text, at, c);
    }
    if (text.startsWith("/*", at)) {
      return end(text, text.indexOf("*/", at + 2), 2);
    }
    if (text.startsWith("//", at) || text.startsWith("##", at)) {
      return end(text, text.indexOf('\n', at), 1);
    }
    return at + 1;
  }

  /** Whether a word next to that character is only part of a name. */
  static boolean isPartOfName(char c) {
    return Character.isJavaIdentifierPart(c) || c == '.';
  }

  private static int end(String text, int found, int length) {
    return found < 0 ? text.length() : found + length;
  }
}
