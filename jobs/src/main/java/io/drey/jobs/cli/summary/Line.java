// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.summary;

import io.drey.jobs.text.TextFit;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A line of the summary.
 *
 * @param indent the spaces before what does not fit into its first line
 * @param isExcerpt whether it is a part of the data, which is cut rather than continued
 */
record Line(String text, int indent, boolean isExcerpt) {
  private static final int LONGEST_EXCERPT = 80;

  static Line of(String text, int indent) {
    return new Line(text, indent, false);
  }

  static Line excerpt(String text, int indent) {
    return new Line(text, indent, true);
  }

  /** The lines to print, in a terminal of that width. */
  List<String> fitted(int columns, UnaryOperator<String> mask) {
    String shown = TextFit.printable(mask.apply(text));
    if (!isExcerpt) {
      return TextFit.lines(shown, columns, indent);
    }
    int most = Math.min(LONGEST_EXCERPT, Math.max(1, columns - indent));
    return List.of(" ".repeat(indent) + TextFit.beginning(shown, most));
  }
}
