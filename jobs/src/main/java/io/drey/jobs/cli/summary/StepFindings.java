// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.summary;

import io.drey.jobs.expression.Expression;
import io.drey.jobs.expression.FieldUse;
import io.drey.jobs.expression.FieldUses;
import io.drey.jobs.pipeline.StepEntry;
import io.drey.jobs.step.Demand;
import io.drey.jobs.step.KeyedStep;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.JsonValue;
import io.drey.operators.lookup.Lookup;
import io.drey.operators.order.OrderByTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells what a step did with nearly all its events that was hardly meant. */
final class StepFindings {
  private static final Pattern MISSING = Pattern.compile("Missing (?:key|symbol|field) '(.*)'");
  private static final String ERROR = "error";
  private static final int ONE_PERCENT = 100;

  private final StepEntry step;
  private final StepCounts counts;
  private final List<Finding> found = new ArrayList<>();

  StepFindings(StepEntry step, StepCounts counts) {
    this.step = step;
    this.counts = counts;
  }

  List<Finding> find() {
    invalid();
    unmet();
    late();
    skipped();
    unmatched();
    return found;
  }

  private void invalid() {
    String first = counts.first(KeyedStep.INVALID);
    if (first != null && counts.of(KeyedStep.INVALID) == counts.in()) {
      mistake(share(counts.in(), "invalid") + ": " + whyInvalid(Event.of(first)));
    }
  }

  private static String whyInvalid(Event invalid) {
    String error = String.valueOf(invalid.text(FieldPath.of(ERROR)));
    FirstEvent first = new FirstEvent(invalid.without(ERROR));
    Matcher missing = MISSING.matcher(error);
    if (!missing.matches()) {
      return error + " (" + first.found() + ")";
    }
    JsonValue value = first.event().value(FieldPath.of(missing.group(1)));
    return value == null
        ? first.lacks(missing.group(1))
        : "field '"
            + missing.group(1)
            + "' of the first is "
            + FirstEvent.shown(value)
            + " (a key is text, a number or a boolean)";
  }

  private void unmet() {
    Demand demand = step.step().demand();
    String first = demand == null ? null : counts.first(demand.output());
    if (demand == null || first == null || counts.out() > 0) {
      return;
    }
    long unmet = counts.of(demand.output());
    String what = share(unmet, demand.unmet());
    FirstEvent event = FirstEvent.of(first);
    String mistake = mistake(demand.conditions(), event);
    if (mistake != null) {
      mistake(what + ": " + mistake);
    } else if (unmet == counts.in()) {
      String example = example(demand.conditions(), event) + " (" + event.found() + ")";
      found.add(new Finding(where() + what + ": " + example, false));
    }
  }

  /** What in the conditions can hardly be meant; null if nothing. */
  private static @Nullable String mistake(List<Expression> conditions, FirstEvent first) {
    for (FieldUse use : uses(conditions)) {
      JsonValue value = use.in(first.event());
      if (value == null && !use.isOptional()) {
        return first.lacks(use.name());
      }
      Object unlike = value == null ? null : use.unlike(value);
      if (value != null && unlike != null) {
        return "field '"
            + use.name()
            + "' of the first is "
            + FirstEvent.shown(value)
            + ", but is compared with "
            + constant(unlike);
      }
    }
    return null;
  }

  private static String constant(Object constant) {
    if (constant instanceof String text) {
      return "the text '" + text + "'" + (isNumber(text) ? " (without quotes it is a number)" : "");
    }
    return constant instanceof Number
        ? "the number " + constant + " (in quotes it is text)"
        : "the boolean " + constant;
  }

  private static boolean isNumber(String text) {
    return text.matches("-?\\d+(\\.\\d+)?");
  }

  private static String example(List<Expression> conditions, FirstEvent first) {
    for (FieldUse use : uses(conditions)) {
      JsonValue value = use.in(first.event());
      if (value != null) {
        return "field '" + use.name() + "' of the first is " + FirstEvent.shown(value);
      }
    }
    return "the first is like all others";
  }

  private static List<FieldUse> uses(List<Expression> conditions) {
    return conditions.stream().flatMap(condition -> FieldUses.of(condition).stream()).toList();
  }

  private void late() {
    long late = counts.of(OrderByTime.LATE);
    if (late * ONE_PERCENT > counts.in()) {
      mistake(
          share(late, "late")
              + String.format(Locale.ROOT, " (%d %%)", 100 * late / counts.in())
              + ": a larger out-of-orderness in the 'time' of the source takes them in");
    }
  }

  private void skipped() {
    Map<FieldPath, Long> most = new LinkedHashMap<>();
    step.step()
        .numbers()
        .forEach((name, field) -> most.merge(field, counts.skipped(name), Math::max));
    most.values().removeIf(values -> values == 0);
    String ofAll = step.step().skipped(counts.skipped());
    if (ofAll != null && counts.skipped() > 0) {
      mistake(ofAll);
    }
    most.forEach(
        (field, values) ->
            mistake(
                String.format(
                    Locale.ROOT,
                    "%,d %s of field '%s' skipped, not a number (a step before it with set: {%s:"
                        + " number(event.%s)} makes numbers of texts)",
                    values,
                    values == 1 ? "value" : "values",
                    field,
                    field,
                    field)));
  }

  /** Where values were skipped, that is why. */
  private void unmatched() {
    String first = counts.first(Lookup.MISSING);
    long events = counts.of(Lookup.MISSING);
    boolean isAll = events + counts.of(KeyedStep.INVALID) == counts.in();
    if (first == null || !isAll || counts.skipped() > 0) {
      return;
    }
    String why = step.step().unmatched(Event.of(first));
    if (why != null) {
      found.add(new Finding(where() + share(events, "without a row") + ": " + why, false));
    }
  }

  private void mistake(String text) {
    found.add(Finding.mistake(where() + text));
  }

  private String where() {
    return "step '" + step.id() + "': ";
  }

  private String share(long events, String what) {
    if (events < counts.in()) {
      return String.format(Locale.ROOT, "%,d of %,d events %s", events, counts.in(), what);
    }
    return events == 1
        ? "the only event " + what
        : String.format(Locale.ROOT, "all %,d events %s", events, what);
  }
}
