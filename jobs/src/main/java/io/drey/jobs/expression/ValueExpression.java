// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import io.drey.jobs.expression.syntax.ExpressionException;
import io.drey.jobs.expression.value.ExpressionFailedException;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.jexl3.JexlContext;
import org.apache.commons.jexl3.JexlScript;
import org.jspecify.annotations.Nullable;

/**
 * An expression on named values, which are strings, booleans, numbers, lists, maps by name and
 * null; so is its result. Otherwise it is like any {@link Expression}. Thread-safe.
 */
public final class ValueExpression {
  private final JexlScript script;
  private final Set<String> names;

  private ValueExpression(JexlScript script, Set<String> names) {
    this.script = script;
    this.names = names;
  }

  /**
   * Parses and checks an expression.
   *
   * @param names the names of the values, which are its variables
   * @throws ExpressionException if it has a syntax error, or uses an unknown name
   */
  public static ValueExpression parse(String text, Set<String> names) throws ExpressionException {
    return new ValueExpression(Language.fields(names).compile(text), names);
  }

  /** Whether its result may depend on the value of this name. */
  public boolean uses(String name) {
    return script.getVariables().stream().anyMatch(path -> path.get(0).equals(name));
  }

  /**
   * The result for some values.
   *
   * @param values returns the value of a name
   * @throws ExpressionFailedException if a limit is exceeded
   */
  public @Nullable Object evaluate(Function<String, @Nullable Object> values) {
    return Language.run(script, new Variables(values, names));
  }

  private record Variables(Function<String, @Nullable Object> values, Set<String> names)
      implements JexlContext {
    @Override
    public @Nullable Object get(String name) {
      return has(name) ? values.apply(name) : null;
    }

    @Override
    public boolean has(String name) {
      return names.contains(name);
    }

    @Override
    public void set(String name, @Nullable Object value) {
      throw new UnsupportedOperationException("Cannot assign '" + name + "': read only");
    }
  }
}
