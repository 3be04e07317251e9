// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.graph;

/** Text in Mermaid labels, where some characters would be read as Markdown or HTML. */
final class MermaidText {
  private static final String PLAIN_WITHIN = " ,:_-";

  private MermaidText() {}

  /** Letters, digits and a few others unchanged, all others by their code point. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int character = text.codePointAt(i);
      boolean isWithin = i > 0 && i < text.length() - 1;
      if (Character.isLetterOrDigit(character)
          || (isWithin && PLAIN_WITHIN.indexOf(character) >= 0)) {
        escaped.appendCodePoint(character);
      } else {
        escaped.append('#').append(character).append(';');
      }
    }
    return escaped.toString();
  }
}
