// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.text;

import java.util.ArrayList;
import java.util.List;

/** Fits text into the columns of a terminal. */
public final class TextFit {
  private static final String GAP = "…";
  private static final String AFTER_SPACES = "(?<= )(?! )";

  private TextFit() {}

  /** The text without what moves the cursor of a terminal, or rings its bell. */
  public static String printable(String text) {
    return text.codePoints()
        .map(c -> c == '\t' ? ' ' : Character.isISOControl(c) || isFormat(c) ? '\uFFFD' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isFormat(int c) {
    int type = Character.getType(c);
    return type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }

  /** How many columns a terminal takes for a text. */
  public static int width(String text) {
    return text.codePoints().map(TextFit::width).sum();
  }

  private static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return c < 0x1100 || !isWide(c) ? 1 : 2;
  }

  private static boolean isWide(int c) {
    return c <= 0x115F
        || (c >= 0x2E80 && c <= 0xA4CF && c != 0x303F)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x1F300 && c <= 0x1FAFF)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }

  /** The beginning of a text, if it is too wide. */
  public static String beginning(String text, int columns) {
    return width(text) <= columns ? text : start(text, columns - 1) + GAP;
  }

  /** The beginning and the end of a text, if it is too wide. */
  public static String ends(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    int behind = Math.max(0, (columns - 1) / 2);
    return start(text, columns - 1 - behind) + GAP + end(text, behind);
  }

  private static String start(String text, int columns) {
    int taken = 0;
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      taken += width(c);
      if (taken > columns) {
        break;
      }
      at += Character.charCount(c);
    }
    return text.substring(0, at);
  }

  private static String end(String text, int columns) {
    int taken = 0;
    int at = text.length();
    while (at > 0) {
      int c = text.codePointBefore(at);
      taken += width(c);
      if (taken > columns) {
        break;
      }
      at -= Character.charCount(c);
    }
    return text.substring(at);
  }

  /**
   * The words of a text in lines; a word that is too wide is shortened in its middle.
   *
   * @param indent the spaces before every line but the first
   */
  public static List<String> lines(String text, int columns, int indent) {
    return lines(text, columns, indent, Math.max(1, columns - indent));
  }

  /** The same, but a word that is too wide, such as a path that somebody may copy, stays whole. */
  public static List<String> wholeWords(String text, int columns, int indent) {
    return lines(text, columns, indent, Integer.MAX_VALUE);
  }

  private static List<String> lines(String text, int columns, int indent, int longestWord) {
    if (width(text) <= columns) {
      return List.of(text);
    }
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String token : text.split(AFTER_SPACES, -1)) {
      String word = token.stripTrailing();
      String shown = ends(word, longestWord);
      if (!line.toString().isBlank() && width(line.toString()) + width(shown) > columns) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
        line.append(" ".repeat(indent));
      }
      line.append(shown).append(token, word.length(), token.length());
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }
}
