// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.file;

import io.drey.jobs.expression.syntax.ExpressionException;
import io.drey.jobs.yaml.YamlScalar;
import io.drey.jobs.yaml.YamlValue;
import io.drey.state.migration.Placed;
import io.drey.state.migration.RowExpression;
import io.drey.state.migration.RowVariable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the expressions of a plan. */
final class Expressions {
  private Expressions() {}

  /** The expression of a key; null if there is none, or it has been reported. */
  static @Nullable Placed<RowExpression> of(
      Section section, String key, Set<RowVariable> variables) {
    YamlValue value = section.find(key);
    Placed<String> text = section.text(key);
    if (value == null || text == null) {
      return null;
    }
    try {
      return text.with(RowExpression.parse(text.value(), variables));
    } catch (ExpressionException e) {
      section.problem(
          ((YamlScalar) value).at(e.line(), e.column()), String.valueOf(e.getMessage()));
      return null;
    }
  }
}
