// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.pattern;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The patterns for the log of some software, the first that matches counts. A value {@code -} is
 * absent.
 *
 * @param software whose log it is
 * @param timeFormat the format of the field {@code time}; null if it is ISO-8601
 * @param hasZone whether a time has a zone or offset
 * @param hasYear whether a time has a year
 * @param start what the first line of a record begins with; null if every line is one
 */
public record Preset(
    String name,
    String software,
    @Nullable String timeFormat,
    boolean hasZone,
    boolean hasYear,
    @Nullable String start,
    List<String> patterns) {
  /** The field that holds the time of a record. */
  public static final String TIME = "time";

  /** The names of the fields, in the order in which the first pattern has them. */
  public List<String> fields() {
    return LinePattern.of(patterns.get(0)).names();
  }
}
