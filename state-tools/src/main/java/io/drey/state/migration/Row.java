// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry as expressions see it: values as in JSON, by name. One object serves for all entries; a
 * variable that an entry does not have is null.
 */
public final class Row {
  private final Map<RowVariable, @Nullable Object> values = new EnumMap<>(RowVariable.class);

  /** Sets a variable, and returns this row. */
  public Row with(RowVariable variable, @Nullable Object value) {
    values.put(variable, value);
    return this;
  }

  public @Nullable Object get(RowVariable variable) {
    return values.get(variable);
  }

  @Nullable Object get(String name) {
    RowVariable variable = RowVariable.of(name);
    return variable == null ? null : get(variable);
  }

  /** The entry in messages: its operator, state and key. */
  @Override
  public String toString() {
    StringBuilder shown = new StringBuilder();
    append(shown, "operator ", RowVariable.OPERATOR);
    append(shown, "state ", RowVariable.STATE);
    append(shown, "key ", RowVariable.KEY);
    append(shown, "map key ", RowVariable.MAP_KEY);
    return shown.toString();
  }

  private void append(StringBuilder shown, String what, RowVariable variable) {
    Object value = get(variable);
    if (value != null) {
      String text = value instanceof String ? "'" + value + "'" : value.toString();
      shown.append(shown.isEmpty() ? "" : ", ").append(what).append(text);
    }
  }
}
