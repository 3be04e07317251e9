// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.ratelimit;

import io.drey.jobs.option.InvalidOptionsException;
import io.drey.jobs.option.Option;
import io.drey.jobs.option.OptionProblem;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.ratelimit.EventLimit;
import io.drey.operators.ratelimit.EventLimits;
import java.util.List;
import java.util.Map;

/** Limits by the class of an event. */
public record ClassesOption(
    @Option("the field whose value is the event's class, as text") FieldPath field,
    @Option("the limit of each class, by its name; of any other class, the limit of '*'")
        Map<String, Long> limits) {
  /** Any class that has no limit of its own. */
  static final String OTHER = "*";

  public ClassesOption {
    if (limits.isEmpty()) {
      throw new IllegalArgumentException("Invalid limits: must be at least one but was none");
    }
    List<OptionProblem> problems =
        limits.entrySet().stream()
            .filter(limit -> limit.getValue() < 0 || limit.getValue() > EventLimits.MOST)
            .map(limit -> problem(limit.getKey(), limit.getValue()))
            .toList();
    if (!problems.isEmpty()) {
      throw new InvalidOptionsException(problems, null);
    }
  }

  private static OptionProblem problem(String name, long limit) {
    return new OptionProblem(
        List.of("limits", name),
        "Invalid limit: must be from 0 to %d but was %d".formatted(EventLimits.MOST, limit));
  }

  /** Reads the limit of an event. */
  EventLimit<Event> reader() {
    return new ClassLimit(field, limits);
  }
}
