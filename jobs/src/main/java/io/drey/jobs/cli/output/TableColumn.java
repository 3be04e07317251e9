// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.output;

import io.drey.jobs.text.TextFit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A column of a {@link Table}, and how wide it is shown. */
final class TableColumn {
  private static final int LEAST = 8;
  private static final int LEAST_OF_SENTENCES = 16;
  private static final int SENTENCE_WORDS = 5;
  private static final int LONGEST_WORD = 24;
  private static final int MOST_LINES = 8;
  private static final String NUMBER = "[-\\d.,]*";

  /** The id of a job, or a URI: what the next command is given. */
  private static final String COPIED = "[0-9a-f]{32}|[a-z][a-z0-9+.-]+:/\\S*";

  private final int least;
  private final int whole;
  private final boolean hasSentences;
  private int width;

  private TableColumn(int least, int whole, boolean hasSentences) {
    this.least = least;
    this.whole = whole;
    this.hasSentences = hasSentences;
    this.width = whole;
  }

  static TableColumn of(String header, List<String> cells) {
    int longest = cells.stream().mapToInt(TextFit::width).max().orElse(0);
    int whole = Math.max(longest, TextFit.width(header));
    int word = Arrays.stream(header.split(" ", -1)).mapToInt(TextFit::width).max().orElse(0);
    boolean hasSentences =
        cells.stream().anyMatch(cell -> cell.split(" ", -1).length >= SENTENCE_WORDS);
    boolean stayWhole = cells.stream().allMatch(cell -> cell.matches(NUMBER) || isToBeCopied(cell));
    int readable = hasSentences ? Math.max(LEAST_OF_SENTENCES, longestWord(cells)) : LEAST;
    int least = Math.max(word, stayWhole ? longest : Math.min(longest, readable));
    return new TableColumn(Math.min(least, whole), whole, hasSentences);
  }

  /** Whether no terminal may break it. */
  static boolean isToBeCopied(String cell) {
    return cell.matches(COPIED);
  }

  /** The longest of words of a usual length: what it names may be copied. */
  private static int longestWord(List<String> cells) {
    return cells.stream()
        .flatMap(cell -> Arrays.stream(cell.split(" ", -1)))
        .mapToInt(TextFit::width)
        .filter(word -> word <= LONGEST_WORD)
        .max()
        .orElse(0);
  }

  /** The width below which nobody could read it. */
  int least() {
    return least;
  }

  /** The width of its longest cell. */
  int whole() {
    return whole;
  }

  int width() {
    return width;
  }

  void setWidth(int columns) {
    width = columns;
  }

  /** The lines of a cell, or of its header. */
  List<String> fitted(String cell) {
    if (TextFit.width(cell) <= width) {
      return List.of(cell);
    }
    boolean wraps = hasSentences || cell.split(" ", -1).length == 2;
    List<String> lines = wraps ? TextFit.lines(cell, width, 0) : List.of(TextFit.ends(cell, width));
    return lines.size() <= MOST_LINES ? lines : shortened(lines);
  }

  private List<String> shortened(List<String> lines) {
    String last = TextFit.beginning(lines.get(MOST_LINES - 1) + " …", width);
    return Stream.concat(lines.subList(0, MOST_LINES - 1).stream(), Stream.of(last)).toList();
  }
}
