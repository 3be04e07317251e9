// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.jobs.expression.syntax.ExpressionException;
import io.drey.jobs.expression.value.ExpressionFailedException;
import io.drey.jobs.expression.value.JsonOutput;
import io.drey.operators.event.Event;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An expression on one event, as written in a pipeline file: JEXL without access to Java, in which
 * no value of a field is an error.
 *
 * <p>Its results are strings, booleans, numbers, lists, maps and null; {@link #json} writes them.
 * Thread-safe; serialized as its text.
 */
public final class Expression implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String text;
  private transient CompiledExpression compiled;

  private Expression(String text, CompiledExpression compiled) {
    this.text = text;
    this.compiled = compiled;
  }

  /**
   * Parses and checks an expression.
   *
   * @throws ExpressionException if it has a syntax error, or uses an unknown name
   */
  public static Expression parse(String text) throws ExpressionException {
    return new Expression(text, CompiledExpression.of(text));
  }

  public String text() {
    return text;
  }

  /** Whether its result may depend on the event. */
  public boolean readsEvent() {
    return compiled.readsEvent();
  }

  /**
   * The result for an event.
   *
   * @throws ExpressionFailedException if a limit is exceeded
   */
  public @Nullable Object evaluate(Event event) {
    return compiled.evaluate(event);
  }

  /**
   * Whether the result is the boolean true.
   *
   * @throws ExpressionFailedException if a limit is exceeded
   */
  public boolean test(Event event) {
    return compiled.test(event);
  }

  /**
   * The result for an event as JSON in UTF-8. A copied field stays as it was written.
   *
   * @throws ExpressionFailedException if a limit is exceeded
   */
  public byte[] json(Event event) {
    return JsonOutput.bytes(compiled.evaluate(event));
  }

  /**
   * The result for an event as text: the content of a string, else the JSON; null for null.
   *
   * @throws ExpressionFailedException if a limit is exceeded
   */
  public @Nullable String textOf(Event event) {
    Object result = compiled.evaluate(event);
    if (result == null || result instanceof String) {
      return (String) result;
    }
    return new String(JsonOutput.bytes(result), UTF_8);
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    try {
      compiled = CompiledExpression.of(text);
    } catch (ExpressionException e) {
      InvalidObjectException invalid = new InvalidObjectException("Cannot parse '" + text + "'");
      invalid.initCause(e);
      throw invalid;
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Expression expression && expression.text.equals(text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
