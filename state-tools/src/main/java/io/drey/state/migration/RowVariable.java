// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an expression sees of an entry. */
public enum RowVariable {
  /** The operator as the plan names it. */
  OPERATOR,
  STATE,
  KEY,
  MAP_KEY,
  VALUE,
  NAMESPACE,
  /** The instant of a timer. */
  TIMESTAMP,
  /** The time of last access of a state with TTL. */
  TTL;

  private static final Map<String, RowVariable> BY_TEXT =
      Arrays.stream(values()).collect(Collectors.toMap(RowVariable::toString, each -> each));

  /** The variable of that name; null if there is none. */
  static @Nullable RowVariable of(String name) {
    return BY_TEXT.get(name);
  }

  /** Its name in expressions. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
