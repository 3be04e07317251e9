// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source;

import io.drey.jobs.option.InvalidOptionsException;
import io.drey.jobs.option.OptionProblem;
import io.drey.jobs.text.DurationText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kinds of source, as far as it matters to the options of {@code time}. */
public enum TimeUse {
  /** Reads what was written before: its answer must not depend on the machine's clock. */
  FILES,
  /** Reads what happens now; it cannot be read a second time. */
  LIVE,
  /** Reads a log of records, each with a timestamp of its own, from any point on. */
  RECORDS,
  /** Makes its times itself. */
  GENERATED;

  /**
   * Checks that the options fit.
   *
   * @throws InvalidOptionsException if not
   */
  public void check(@Nullable TimeOptions time) {
    if (time == null) {
      return;
    }
    List<OptionProblem> problems = new ArrayList<>();
    if (time.record() && this != RECORDS) {
      problems.add(problem("record", "of a kafka source", "true"));
    }
    if (time.year() != null && this == RECORDS) {
      String rule = "of another source (a restart would not know which year was reached)";
      problems.add(problem("year", rule, "" + time.year()));
    }
    if (time.maxAhead() != null && this != LIVE && this != RECORDS) {
      String was = DurationText.of(time.maxAhead());
      problems.add(problem("max-ahead", "of a live source (a file has max-jump)", was));
    }
    if (time.maxJump() != null && this != FILES) {
      String was = DurationText.of(time.maxJump());
      problems.add(problem("max-jump", "of a file source (a live one has max-ahead)", was));
    }
    if (time.year() != null && time.format() == null) {
      problems.add(problem("year", "combined with a format without a year", "" + time.year()));
    }
    if (!problems.isEmpty()) {
      throw new InvalidOptionsException(problems, null);
    }
  }

  private static OptionProblem problem(String key, String rule, String was) {
    String message = "Invalid " + key + ": must be " + rule + " but was " + was;
    return new OptionProblem(List.of("time", key), message);
  }
}
