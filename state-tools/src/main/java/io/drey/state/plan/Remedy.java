// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

import org.jspecify.annotations.Nullable;

/**
 * What to do about a row of a plan: words, and a step of a migration plan among them.
 *
 * @param line null if no step of a migration plan helps
 */
public record Remedy(String before, @Nullable MigrationLine line, String after) {
  static final Remedy NONE = of("");

  static Remedy of(String text) {
    return new Remedy(text, null, "");
  }

  static Remedy of(MigrationLine line) {
    return new Remedy("", line, "");
  }

  /** The same with words that follow. */
  Remedy with(String following) {
    return new Remedy(before, line, after + following);
  }

  @Override
  public String toString() {
    return before + (line == null ? "" : line) + after;
  }
}
