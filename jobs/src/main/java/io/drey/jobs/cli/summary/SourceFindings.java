// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.summary;

import io.drey.jobs.local.RunCounts;
import io.drey.jobs.pipeline.SourceEntry;
import io.drey.jobs.source.TimeOptions;
import io.drey.jobs.source.line.SourceMetrics;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.JsonValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells why nothing of a source became an event. */
final class SourceFindings {
  private static final String ISO =
      "not an ISO-8601 instant (unit, format or zone says how it is written)";

  private final SourceEntry source;
  private final RunCounts counts;

  SourceFindings(SourceEntry source, RunCounts counts) {
    this.source = source;
    this.counts = counts;
  }

  /** The reason; null if something became an event, or nothing was read. */
  @Nullable Finding find() {
    String first = counts.first("source", source.id(), SourceMetrics.FIRST_MALFORMED);
    if (first == null || counts.sum("source", source.id(), "events") > 0) {
      return null;
    }
    String untimed = counts.first("source", source.id(), SourceMetrics.FIRST_UNTIMED);
    TimeOptions time = source.source().time();
    FieldPath field = time == null ? null : time.field();
    String why =
        untimed == null || field == null
            ? line(MalformedLine.of(first))
            : untimed(FirstEvent.of(untimed), field, Objects.requireNonNull(time));
    return Finding.mistake("source '" + source.id() + "': nothing became an event: " + why);
  }

  private String line(MalformedLine first) {
    String preset = Looks.preset(first.raw());
    if (preset != null) {
      return looksLike(preset, "format: text, pattern: " + preset);
    }
    String looks = Looks.of(first.raw());
    return looks.equals(source.source().formatName())
        ? "the first: " + first.error()
        : looksLike(looks, "format: " + looks);
  }

  private static String looksLike(String what, String cure) {
    return "the first line looks like " + what + " (" + cure + " reads it)";
  }

  private static String untimed(FirstEvent first, FieldPath field, TimeOptions time) {
    JsonValue value = first.event().value(field);
    if (value == null) {
      return first.lacksTime(field.text());
    }
    String is = "field '" + field + "' of the first is " + FirstEvent.shown(value) + ", ";
    if (time.unit() != null) {
      return is + "not a number (unit: is for numbers)";
    }
    if (time.format() != null) {
      return is + "not in the format '" + time.format() + "'";
    }
    return is + (value.kind() == JsonValue.Kind.NUMBER ? number(value) : ISO);
  }

  /** The unit that puts a number since 1970 into this century. */
  private static String number(JsonValue value) {
    int digits = value.text().split("[.eE]", -1)[0].length();
    String unit = digits <= 11 ? "s" : digits <= 14 ? "ms" : digits <= 17 ? "us" : "ns";
    return "not an ISO-8601 instant (unit: " + unit + " reads it)";
  }
}
