// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration;

import io.drey.state.snapshot.type.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * A step that changes a field or a class of values. Fields are named as in the savepoint, those
 * inside others like {@code a.b.c}; of a field that is added, only the last name is new.
 */
public sealed interface FieldStep {
  /** The field or class, and where the step stands. */
  Placed<String> place();

  /**
   * Renames a field.
   *
   * @param to its new name, without the fields around it
   */
  record RenameField(Placed<String> place, String to) implements FieldStep {}

  /** Removes a field. */
  record DropField(Placed<String> place) implements FieldStep {}

  /**
   * Adds a field.
   *
   * @param value its value in all entries, as in JSON
   */
  record AddField(Placed<String> place, ValueType type, @Nullable Object value)
      implements FieldStep {}

  /** Changes the type of a field. */
  record CastField(Placed<String> place, ValueType type) implements FieldStep {}

  /**
   * Renames a class, wherever it is in the values.
   *
   * @param to its new name, with its package
   */
  record RenameClass(Placed<String> place, String to) implements FieldStep {}
}
