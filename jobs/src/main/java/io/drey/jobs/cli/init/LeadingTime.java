// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.init;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/** Lines of text that have a time somewhere near their beginning, and perhaps a level behind it. */
final class LeadingTime {
  private static final String CLOCK = "\\d{1,2}:\\d{2}:\\d{2}(?:[.,]\\d{1,9})?";
  private static final String ZONE = "(?:Z| ?[+-]\\d{2}:?\\d{2}| [A-Z]{3,4}\\b)?";

  private static final List<String> SHAPES =
      List.of(
          "\\d{4}-\\d{2}-\\d{2}[T ]" + CLOCK + ZONE,
          "\\d{4}/\\d{2}/\\d{2} " + CLOCK + ZONE,
          "\\d{2}/[A-Z][a-z]{2}/\\d{4}[: ]" + CLOCK + ZONE,
          "\\d{2}[./]\\d{2}[./]\\d{4} " + CLOCK + ZONE,
          "\\d{8}[T ]" + CLOCK + ZONE,
          "[A-Z][a-z]{2} [A-Z][a-z]{2} [ \\d]\\d " + CLOCK + " \\d{4}",
          "[A-Z][a-z]{2} [ \\d]\\d " + CLOCK,
          "1\\d{9}(?:\\d{3}|\\.\\d{1,9})?\\b");

  private static final String LEVEL =
      "[\\])>\"|,;:\\s-]*(?:[\\[(<]?(?P<level>TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|SEVERE"
          + "|FATAL|CRITICAL|trace|debug|info|notice|warn|warning|error|fatal|critical)\\b"
          + "[\\])>|:\\s-]*)?(?P<message>.*)$";

  /** What stands before the time: next to nothing, or a few words. */
  private static final List<String> BEFORE =
      List.of("^[\\[(<\"]?", "^(?P<prefix>[^\\d\\[]{1,60}[\\[ ])");

  private LeadingTime() {}

  /** Patterns for lines of which the first is like these. */
  static List<Candidate> candidates(List<String> lines) {
    List<Candidate> candidates = new ArrayList<>();
    for (String before : BEFORE) {
      for (String shape : SHAPES) {
        add(before, shape, lines, candidates);
      }
    }
    return candidates;
  }

  private static void add(
      String before, String shape, List<String> lines, List<Candidate> candidates) {
    Pattern start = Pattern.compile(before + shape);
    Matcher first = start.matcher(lines.get(0));
    if (!first.find()) {
      return;
    }
    String pattern = before + "(?P<time>" + shape + ")" + LEVEL;
    boolean isEach = lines.stream().allMatch(line -> start.matcher(line).find());
    candidates.add(
        isEach
            ? Candidate.text("text with a time in each line", pattern)
            : Candidate.multiline(
                "text in records of several lines, the first of which has a time",
                pattern,
                before + shape));
  }
}
