// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.value;

/** Finds the end of quoted text, in JSON and in expressions. */
public final class QuotedText {
  private QuotedText() {}

  /**
   * The index after the closing quote; beyond the text if there is none.
   *
   * @param from the index of the opening quote
   */
  public static int end(String text, int from, char quote) {
    int at = from + 1;
    while (at < text.length() && text.charAt(at) != quote) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return at + 1;
  }
}
