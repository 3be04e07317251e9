package io.drey.jobs.expression;

import io.drey.operators.event.Event;
import org.apache.commons.jexl3.JexlScript;
import org.jspecify.annotations.Nullable;

/** An expression ready to run: as a plain condition where it is one, else by the interpreter. */
final class CompiledExpression {
  private final JexlScript script;
  private final @Nullable Condition condition;
  private final @Nullable Field field;

  private CompiledExpression(
      JexlScript script, @Nullable Condition condition, @Nullable Field field) {
    this.script = script;
    this.condition = condition;
    this.field = field;
  }

  static CompiledExpression of(String text) throws ExpressionException {
    JexlScript script = Language.EXPRESSION.compile(text);
    SyntaxTree tree = SyntaxTree.of(script);
    return new CompiledExpression(
        script, PlainConditions.of(tree.expression()), Field.of(tree.expression()));
  }

  /** The same, always by the interpreter. */
  static CompiledExpression interpreted(String text) throws ExpressionException {
    return new CompiledExpression(Language.EXPRESSION.compile(text), null, null);
  }

  boolean isPlain() {
    return condition != null;
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
