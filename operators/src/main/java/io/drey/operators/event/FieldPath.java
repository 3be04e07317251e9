// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The path of a field: a name, or names joined by dots ({@code user.address.city}) that lead into
 * nested objects. Where these have no such field, it is the field whose name is the whole text, as
 * many formats of logs have it, and as output records show a nested field.
 */
public final class FieldPath implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String text;
  private transient FieldName @Nullable [] names;
  private transient @Nullable FieldName literal;

  private FieldPath(String text) {
    this.text = text;
  }

  /**
   * Reads a dotted path.
   *
   * @throws IllegalArgumentException if a name in it is empty
   */
  public static FieldPath of(String path) {
    for (String name : path.split("\\.", -1)) {
      if (name.isEmpty()) {
        throw new IllegalArgumentException(
            "Invalid field: must be names joined by dots but was '" + path + "'");
      }
    }
    return new FieldPath(path);
  }

  /** The path as it was written. */
  public String text() {
    return text;
  }

  /** The names along the path, outermost first. */
  public List<String> segments() {
    return List.of(text.split("\\."));
  }

  /** The same names, ready for comparison with bytes. */
  FieldName[] names() {
    FieldName[] ready = names;
    if (ready == null) {
      ready = segments().stream().map(FieldName::new).toArray(FieldName[]::new);
      names = ready;
    }
    return ready;
  }

  /** Whether it has dots. */
  boolean isDotted() {
    return names().length > 1;
  }

  /** The whole text as a name. */
  FieldName literal() {
    FieldName ready = literal;
    if (ready == null) {
      ready = isDotted() ? new FieldName(text) : names()[0];
      literal = ready;
    }
    return ready;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FieldPath path && path.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }

  /** The paths as one text, for messages and diagrams. */
  public static String join(FieldPath... paths) {
    return String.join(", ", Arrays.stream(paths).map(FieldPath::text).toList());
  }
}
