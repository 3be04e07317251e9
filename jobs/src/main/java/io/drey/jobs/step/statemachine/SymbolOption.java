// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.statemachine;

import io.drey.jobs.expression.Expression;
import io.drey.jobs.option.Option;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.rule.InvalidEventException;
import io.drey.operators.statemachine.Symbol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code symbol} of a state machine: a field, or an expression. */
public record SymbolOption(
    @Option("the field whose value is the symbol, as text") @Nullable FieldPath field,
    @Option("an expression whose result is the symbol, as text") @Nullable Expression expression) {
  public SymbolOption {
    if ((field == null) == (expression == null)) {
      String found = field == null ? "neither" : "both";
      throw new IllegalArgumentException(
          "Invalid symbol: must be a field or an expression but was " + found);
    }
  }

  /** Reads the scalar form. */
  public static SymbolOption parse(String field) {
    return new SymbolOption(FieldPath.of(field), null);
  }

  /**
   * Creates the function that reads the symbol.
   *
   * @param known the symbols that are likely to occur
   */
  Symbol<Event> reader(List<String> known) {
    if (field != null) {
      return new FieldSymbol(field, known);
    }
    Expression reading = expression;
    return event -> {
      String symbol = reading == null ? null : reading.textOf(event);
      if (symbol == null) {
        throw new InvalidEventException("Missing symbol: the expression is null");
      }
      return symbol;
    };
  }
}
