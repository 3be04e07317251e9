// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.value;

import org.jspecify.annotations.Nullable;

/** Thrown when a value cannot be one of the type that a plan gives it. */
public final class UnfitException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 60;

  private final String field;
  private final String problem;

  /**
   * Says what a value must be.
   *
   * @param rule as in "must be …"
   */
  UnfitException(String rule, @Nullable Object value) {
    super("must be " + rule + " but was " + shown(value));
    this.field = "";
    this.problem = String.valueOf(getMessage());
  }

  private UnfitException(String field, String problem, UnfitException cause) {
    super("field '" + field + "' " + problem, cause);
    this.field = field;
    this.problem = problem;
  }

  /** The same of a field, or of a field within it. */
  UnfitException in(String outer) {
    return new UnfitException(field.isEmpty() ? outer : outer + "." + field, problem, this);
  }

  private static String shown(@Nullable Object value) {
    String text = String.valueOf(value);
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return value instanceof String ? "'" + cut + "'" : cut;
  }
}
