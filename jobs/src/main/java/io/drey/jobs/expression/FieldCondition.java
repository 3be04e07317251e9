// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import io.drey.jobs.expression.syntax.ExpressionException;
import io.drey.jobs.expression.value.ExpressionFailedException;
import io.drey.jobs.expression.value.JsonObject;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldName;
import java.util.Set;
import org.apache.commons.jexl3.JexlContext;
import org.apache.commons.jexl3.JexlScript;
import org.jspecify.annotations.Nullable;

/**
 * A condition on JSON objects whose fields are its variables: {@code value.balance > 100 && key !=
 * 'test'}. Otherwise it is like any {@link Expression}. Thread-safe.
 */
public final class FieldCondition {
  private final JexlScript script;
  private final Set<String> fields;

  private FieldCondition(JexlScript script, Set<String> fields) {
    this.script = script;
    this.fields = fields;
  }

  /**
   * Parses and checks a condition.
   *
   * @param fields the names of the variables; one is null if the object has no such field
   * @throws ExpressionException if it has a syntax error, or uses an unknown name
   */
  public static FieldCondition parse(String text, Set<String> fields) throws ExpressionException {
    return new FieldCondition(Language.fields(fields).compile(text), fields);
  }

  /**
   * Whether the result for an object is the boolean true.
   *
   * @throws ExpressionFailedException if a limit is exceeded
   */
  public boolean test(Event object) {
    return Boolean.TRUE.equals(Language.run(script, new Variables(object, fields)));
  }

  private record Variables(Event object, Set<String> fields) implements JexlContext {
    @Override
    public @Nullable Object get(String name) {
      return has(name) ? JsonObject.convert(object.value(new FieldName(name))) : null;
    }

    @Override
    public boolean has(String name) {
      return fields.contains(name);
    }

    @Override
    public void set(String name, @Nullable Object value) {
      throw new UnsupportedOperationException("Cannot assign '" + name + "': read only");
    }
  }
}
