// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.summary;

import io.drey.jobs.local.RunCounts;
import io.drey.jobs.pipeline.SourceEntry;
import io.drey.jobs.source.TimeOptions;
import io.drey.jobs.source.line.SourceMetrics;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.JsonValue;
import io.drey.operators.event.time.EventTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells why nothing of a source became an event. */
final class SourceFindings {
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
        untimed == null || field == null || isRead(time, untimed)
            ? line(MalformedLine.of(first))
            : untimed(FirstEvent.of(untimed), field, Objects.requireNonNull(time));
    return Finding.mistake("source '" + source.id() + "': nothing became an event: " + why);
  }

  /** Whether an event has a readable time, which is too far ahead. */
  private static boolean isRead(@Nullable TimeOptions time, String event) {
    EventTime written = time == null ? null : time.eventTime();
    return written != null && written.read(FirstEvent.of(event).event()) != null;
  }

  private String line(MalformedLine first) {
    if (Looks.isPrefixedJson(first.raw()) && source.source().formatName().equals("json")) {
      return looksLike("JSON behind a prefix", "prefix: PATTERN");
    }
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
    return value == null
        ? first.lacksTime(field.text())
        : "field '"
            + field
            + "' of the first is "
            + FirstEvent.shown(value)
            + ", "
            + TimeCure.of(value, time);
  }
}
