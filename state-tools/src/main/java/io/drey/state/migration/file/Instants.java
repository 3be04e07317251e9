// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.file;

import io.drey.jobs.yaml.YamlScalar;
import io.drey.jobs.yaml.YamlValue;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads instants in ISO-8601. */
final class Instants {
  static final String RULE = "an instant like 2026-01-31T12:00:00Z";

  private Instants() {}

  /** The instant that a value is; null if it is none. */
  static @Nullable Instant of(YamlValue value) {
    if (!(value instanceof YamlScalar scalar) || scalar.isNull()) {
      return null;
    }
    try {
      return Instant.parse(scalar.text());
    } catch (DateTimeException e) {
      return null;
    }
  }
}
