package io.drey.jobs.expression;

import io.drey.operators.event.Event;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** An expression on one event, as a pipeline file writes it. */
public final class Expression implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String text;

  private Expression(String text) {
    this.text = text;
  }

  /** Parses and checks an expression. */
  public static Expression parse(String text) throws ExpressionException {
    return new Expression(text);
  }

  public String text() {
    return text;
  }

  /** The result for an event. */
  public @Nullable Object evaluate(Event event) {
    return event.text(io.drey.operators.event.FieldPath.of(text));
  }

  /** Whether the result is the boolean true. */
  public boolean test(Event event) {
    return Boolean.TRUE.equals(evaluate(event));
  }

  @Override
  public String toString() {
    return text;
  }
}
