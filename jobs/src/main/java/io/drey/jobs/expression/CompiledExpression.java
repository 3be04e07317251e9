// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import io.drey.jobs.expression.call.EventVariables;
import io.drey.jobs.expression.plain.EventField;
import io.drey.jobs.expression.plain.PlainCondition;
import io.drey.jobs.expression.plain.PlainConditions;
import io.drey.jobs.expression.syntax.ExpressionException;
import io.drey.jobs.expression.syntax.SyntaxTree;
import io.drey.jobs.expression.value.JsonObject;
import io.drey.operators.event.Event;
import org.apache.commons.jexl3.JexlScript;
import org.jspecify.annotations.Nullable;

/** A compiled expression: a plain condition if it is one, else run by the interpreter. */
final class CompiledExpression {
  private final JexlScript script;
  private final @Nullable PlainCondition condition;
  private final @Nullable EventField field;

  private CompiledExpression(
      JexlScript script, @Nullable PlainCondition condition, @Nullable EventField field) {
    this.script = script;
    this.condition = condition;
    this.field = field;
  }

  static CompiledExpression of(String text) throws ExpressionException {
    JexlScript script = Language.EXPRESSION.compile(text);
    SyntaxTree tree = SyntaxTree.of(script);
    return new CompiledExpression(
        script, PlainConditions.of(tree.expression()), EventField.of(tree.expression()));
  }

  /** The same, but always run by the interpreter. */
  static CompiledExpression interpreted(String text) throws ExpressionException {
    return new CompiledExpression(Language.EXPRESSION.compile(text), null, null);
  }

  boolean isPlain() {
    return condition != null;
  }

  boolean readsEvent() {
    return script.getVariables().stream()
        .anyMatch(path -> path.get(0).equals(EventVariables.EVENT));
  }

  @Nullable Object evaluate(Event event) {
    if (field != null) {
      return JsonObject.convert(field.of(event));
    }
    return condition != null
        ? Boolean.valueOf(condition.test(event))
        : Language.run(script, new EventVariables(event));
  }

  boolean test(Event event) {
    return condition != null
        ? condition.test(event)
        : Boolean.TRUE.equals(Language.run(script, new EventVariables(event)));
  }
}
