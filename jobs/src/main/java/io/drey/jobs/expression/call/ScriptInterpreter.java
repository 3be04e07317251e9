// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.call;

import io.drey.jobs.expression.function.ChangingMethods;
import io.drey.jobs.expression.value.ExpressionFailedException;
import io.drey.jobs.expression.value.Limits;
import java.util.function.LongSupplier;
import org.apache.commons.jexl3.JexlContext;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlOperator;
import org.apache.commons.jexl3.JexlOptions;
import org.apache.commons.jexl3.internal.Engine;
import org.apache.commons.jexl3.internal.Frame;
import org.apache.commons.jexl3.internal.LexicalFrame;
import org.apache.commons.jexl3.parser.ASTArguments;
import org.apache.commons.jexl3.parser.ASTArrayLiteral;
import org.apache.commons.jexl3.parser.ASTDoWhileStatement;
import org.apache.commons.jexl3.parser.ASTForeachStatement;
import org.apache.commons.jexl3.parser.ASTFunctionNode;
import org.apache.commons.jexl3.parser.ASTIdentifierAccess;
import org.apache.commons.jexl3.parser.ASTJexlLambda;
import org.apache.commons.jexl3.parser.ASTJexlScript;
import org.apache.commons.jexl3.parser.ASTMapLiteral;
import org.apache.commons.jexl3.parser.ASTMethodNode;
import org.apache.commons.jexl3.parser.ASTReference;
import org.apache.commons.jexl3.parser.ASTWhileStatement;
import org.apache.commons.jexl3.parser.JexlNode;
import org.jspecify.annotations.Nullable;

/**
 * One run of a script: JEXL's interpreter, but loop iterations and work are counted, a run that
 * hangs is stopped, and no failure is ignored.
 */
final class ScriptInterpreter extends MeasuredInterpreter {
  private static final int STEPS_BETWEEN_LOOKS = 64;

  /** JEXL's message for an assignment to a path through null. */
  private static final String OF_NULL = "illegal assignment form";

  private static final String OF_ELEMENT_OF_NULL = "<null>.<?>";

  private final LongSupplier nanoClock;

  /**
   * The interpreter of the script that called this one's function, or itself: it has the counts.
   */
  private final ScriptInterpreter first;

  private int loops;
  private int steps;
  private long startedAt;

  ScriptInterpreter(
      Engine engine,
      JexlOptions options,
      JexlContext context,
      Frame frame,
      LongSupplier nanoClock,
      long mostWork) {
    super(engine, options, context, frame, mostWork);
    this.nanoClock = nanoClock;
    this.first = this;
  }

  private ScriptInterpreter(ScriptInterpreter caller, @Nullable Frame frame) {
    super(caller, frame);
    this.nanoClock = caller.nanoClock;
    this.first = caller.first;
  }

  /** JEXL calls this for every node, and once per iteration with the loop itself. */
  @Override
  protected void cancelCheck(JexlNode node) {
    if (isLoop(node) && ++first.loops > Limits.LOOPS) {
      throw at(node, Limits.tooManyLoops());
    }
    charge(node, Work.STEP);
    if (++first.steps % STEPS_BETWEEN_LOOKS == 0) {
      super.cancelCheck(node);
      checkClock(node);
    }
  }

  private static boolean isLoop(JexlNode node) {
    return node instanceof ASTForeachStatement
        || node instanceof ASTWhileStatement
        || node instanceof ASTDoWhileStatement;
  }

  private void checkClock(JexlNode node) {
    long now = nanoClock.getAsLong();
    if (first.steps == STEPS_BETWEEN_LOOKS) {
      first.startedAt = now;
    } else if (now - first.startedAt > ScriptHangsException.LIMIT.toNanos()) {
      throw new ScriptHangsException(node.getLine(), node.getColumn());
    }
  }

  @Override
  protected @Nullable Object visit(ASTJexlScript script, @Nullable Object data) {
    block = new LexicalFrame(frame, block);
    for (int i = 0; i < script.jjtGetNumChildren(); i++) {
      if (!(script.jjtGetChild(i) instanceof ASTJexlLambda)) {
        script.jjtGetChild(i).jjtAccept(this, data);
      }
    }
    return null;
  }

  @Override
  protected @Nullable Object visit(ASTFunctionNode node, @Nullable Object data) {
    OwnFunction function = OwnFunction.at(node);
    if (function == null) {
      return super.visit(node, data);
    }
    cancelCheck(node);
    Object[] arguments = visit((ASTArguments) node.jjtGetChild(1), null);
    return new ScriptInterpreter(this, function.frame(arguments)).result(function);
  }

  @Override
  void skipped() {
    ((ScriptVariables) context).skip();
  }

  private @Nullable Object result(OwnFunction function) {
    block = new LexicalFrame(frame, null).defineArgs();
    return interpret(function.body());
  }

  /** Follows a path; below null everything reads as null, but cannot be changed. */
  @Override
  protected @Nullable Object visit(ASTReference node, @Nullable Object data) {
    cancelCheck(node);
    Object object = node.jjtGetChild(0).jjtAccept(this, null);
    EventPath path = EventPath.at(node);
    object = path == null ? object : path.read(object);
    for (int i = path == null ? 1 : path.end(); i < node.jjtGetNumChildren(); i++) {
      JexlNode step = node.jjtGetChild(i);
      if (object == null) {
        checkNotChanged(node, i);
        return null;
      }
      object = step.jjtAccept(this, object);
    }
    return object;
  }

  private void checkNotChanged(ASTReference path, int from) {
    for (int i = from; i < path.jjtGetNumChildren(); i++) {
      if (path.jjtGetChild(i) instanceof ASTMethodNode call
          && call.jjtGetChild(0) instanceof ASTIdentifierAccess method
          && !method.isSafe()
          && ChangingMethods.ALL.changing().contains(method.getName())) {
        String message = ScriptSandbox.noMethod(null, method.getName());
        throw at(call, new ExpressionFailedException(message));
      }
    }
  }

  @Override
  protected Object visit(ASTArrayLiteral node, @Nullable Object data) {
    try {
      return super.visit(node, data);
    } catch (ExpressionFailedException e) {
      throw at(node, e);
    }
  }

  @Override
  protected Object visit(ASTMapLiteral node, @Nullable Object data) {
    try {
      return super.visit(node, data);
    } catch (ExpressionFailedException e) {
      throw at(node, e);
    }
  }

  @Override
  protected @Nullable Object executeAssign(
      JexlNode node, @Nullable JexlOperator operator, @Nullable Object data) {
    try {
      Object assigned = super.executeAssign(node, operator, data);
      charge(node, Work.ofPart(assigned));
      return assigned;
    } catch (ExpressionFailedException e) {
      throw at(node, e);
    } catch (JexlException e) {
      throw OF_NULL.equals(e.getDetail()) ? at(node, fieldOfNull()) : e;
    }
  }

  /** Reading an absent value returns null; any other failure is thrown. */
  @Override
  protected @Nullable Object unsolvableProperty(
      @Nullable JexlNode node,
      @Nullable String property,
      boolean undefined,
      @Nullable Throwable cause) {
    if (OF_ELEMENT_OF_NULL.equals(property)) {
      throw fieldOfNull();
    }
    if (node != null && cause instanceof ExpressionFailedException failure) {
      throw at(node, failure);
    }
    if (cause instanceof RuntimeException other) {
      throw other;
    }
    return null;
  }

  private static ExpressionFailedException fieldOfNull() {
    return new ExpressionFailedException("Cannot set a field of null");
  }
}
