// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.value;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Thrown when a value that is to be encoded is none of its type. */
public final class UnfitValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_SHOWN = 40;

  private final String part;
  private final String problem;

  /**
   * Says what a value must be.
   *
   * @param allowed as in "must be …"
   */
  public UnfitValueException(String allowed, @Nullable Object value) {
    this("", "must be " + allowed + " but was " + shown(value));
  }

  private UnfitValueException(String part, String problem) {
    super(part.isEmpty() ? problem : "'" + part + "' " + problem);
    this.part = part;
    this.problem = problem;
  }

  /** The same of a part of a value, which is a field or {@code [3]}. */
  public UnfitValueException within(String outer) {
    boolean isJoined = part.isEmpty() || part.startsWith("[");
    return new UnfitValueException(isJoined ? outer + part : outer + "." + part, problem);
  }

  private static String shown(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.keySet().stream()
          .map(String::valueOf)
          .collect(Collectors.joining(", ", "an object of {", "}"));
    }
    if (value instanceof Collection<?> list) {
      return "a list of " + list.size();
    }
    String text = String.valueOf(value);
    String cut = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    return value instanceof CharSequence ? "'" + cut + "'" : cut;
  }
}
