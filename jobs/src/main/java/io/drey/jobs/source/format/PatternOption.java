// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format;

import io.drey.jobs.source.TimeOptions;
import io.drey.jobs.source.format.pattern.LinePattern;
import io.drey.jobs.source.format.pattern.Preset;
import io.drey.jobs.source.format.pattern.Presets;
import io.drey.jobs.yaml.Unknown;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code pattern} and {@code prefix} may be, and what a preset knows of the time. */
final class PatternOption {
  private PatternOption() {}

  /** Checks the name of a preset or a regular expression. */
  static void check(String pattern) {
    if (Presets.all().containsKey(pattern)) {
      return;
    }
    if (pattern.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          Unknown.message("pattern", pattern, Presets.all().keySet()));
    }
    if (compiled("pattern", pattern).names().isEmpty()) {
      throw new IllegalArgumentException(
          "Invalid pattern: must have a named group like (?P<name>...) but was '" + pattern + "'");
    }
  }

  static LinePattern compiled(String option, String regex) {
    try {
      return LinePattern.of(regex);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Invalid " + option + ": " + e.getMessage(), e);
    }
  }

  /** The options of a time that is read from the time of a preset. */
  static TimeOptions timed(Preset preset, TimeOptions time) {
    boolean isOwn =
        time.field() != null
            && time.field().text().equals(Preset.TIME)
            && time.unit() == null
            && time.format() == null;
    if (!isOwn) {
      return time;
    }
    List<String> missing = new ArrayList<>();
    if (!preset.hasZone() && time.zone() == null) {
      missing.add("zone");
    }
    if (!preset.hasYear() && time.year() == null) {
      missing.add("year");
    }
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "Invalid time: must have "
              + String.join(" and ", missing)
              + " because the times of "
              + preset.name()
              + " have none");
    }
    return time.with(preset.timeFormat(), preset.hasYear() ? null : time.year());
  }

  static @Nullable Preset preset(@Nullable String pattern) {
    return pattern == null ? null : Presets.all().get(pattern);
  }
}
