// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.summary;

import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A malformed record, for people.
 *
 * @param raw the beginning of what was read
 */
record MalformedLine(String position, String error, String raw) {
  /** Reads one from its JSON. */
  static MalformedLine of(String json) {
    Event record = Event.of(json);
    String raw = text(record, "raw");
    return new MalformedLine(
        Objects.requireNonNullElse(text(record, "position"), "?"),
        Objects.requireNonNullElse(text(record, "error"), "?"),
        raw == null ? "(not UTF-8)" : raw);
  }

  private static @Nullable String text(Event record, String field) {
    return record.text(FieldPath.of(field));
  }
}
