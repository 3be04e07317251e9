// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.call;

import io.drey.jobs.expression.syntax.SyntaxTree;
import io.drey.jobs.expression.value.ExpressionFailedException;
import io.drey.jobs.expression.value.Limits;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import org.apache.commons.jexl3.JexlContext;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlOptions;
import org.apache.commons.jexl3.internal.Engine;
import org.apache.commons.jexl3.internal.Frame;
import org.apache.commons.jexl3.internal.Interpreter;
import org.apache.commons.jexl3.parser.ASTAddNode;
import org.apache.commons.jexl3.parser.ASTArguments;
import org.apache.commons.jexl3.parser.ASTDivNode;
import org.apache.commons.jexl3.parser.ASTEQNode;
import org.apache.commons.jexl3.parser.ASTERNode;
import org.apache.commons.jexl3.parser.ASTForeachStatement;
import org.apache.commons.jexl3.parser.ASTGENode;
import org.apache.commons.jexl3.parser.ASTGTNode;
import org.apache.commons.jexl3.parser.ASTIdentifier;
import org.apache.commons.jexl3.parser.ASTIdentifierAccess;
import org.apache.commons.jexl3.parser.ASTLENode;
import org.apache.commons.jexl3.parser.ASTLTNode;
import org.apache.commons.jexl3.parser.ASTModNode;
import org.apache.commons.jexl3.parser.ASTMulNode;
import org.apache.commons.jexl3.parser.ASTNENode;
import org.apache.commons.jexl3.parser.ASTNRNode;
import org.apache.commons.jexl3.parser.ASTSubNode;
import org.apache.commons.jexl3.parser.JexlNode;
import org.jspecify.annotations.Nullable;

/**
 * JEXL's interpreter, but the {@link Work} of calls and operators is limited, and a failure has the
 * place of its node.
 */
abstract class MeasuredInterpreter extends Interpreter {
  /** The run in whose loop over elements a thread is. */
  private static final ThreadLocal<@Nullable MeasuredInterpreter> LOOPING = new ThreadLocal<>();

  private final long mostWork;

  /** The interpreter of the script that called this one's function, or itself: it has the count. */
  private final MeasuredInterpreter first;

  private long work;

  /** What the method that is being called is called on. */
  private @Nullable Object receiver;

  MeasuredInterpreter(
      Engine engine, JexlOptions options, JexlContext context, Frame frame, long mostWork) {
    super(engine, options, context, frame);
    this.mostWork = mostWork;
    this.first = this;
  }

  /** One that runs a function of the script, and counts with it. */
  MeasuredInterpreter(MeasuredInterpreter caller, @Nullable Frame frame) {
    super(caller.jexl, caller.options, caller.context, frame);
    this.mostWork = caller.mostWork;
    this.first = caller.first;
  }

  final void charge(JexlNode node, long characters) {
    first.work += characters;
    if (first.work > mostWork) {
      throw at(node, Limits.tooMuchWork(mostWork));
    }
  }

  /** Charges a copy of elements to the run that loops over them. */
  static void chargeLoop(int elements) {
    MeasuredInterpreter looping = LOOPING.get();
    if (looping != null) {
      looping.first.work += Work.ofLoop(elements);
    }
  }

  @Override
  protected @Nullable Object visit(ASTForeachStatement node, @Nullable Object data) {
    MeasuredInterpreter outer = LOOPING.get();
    LOOPING.set(this);
    try {
      return super.visit(node, data);
    } finally {
      if (outer == null) {
        LOOPING.remove();
      }
    }
  }

  @Override
  protected @Nullable Object call(
      JexlNode node, @Nullable Object target, Object functor, ASTArguments arguments) {
    Object outer = receiver;
    receiver = target;
    try {
      Object result = super.call(node, target, functor, arguments);
      charge(node, Work.ofResult(nameOf(node), target, result));
      return result;
    } finally {
      receiver = outer;
    }
  }

  /** Charges a call between its arguments and the call itself. */
  @Override
  protected @Nullable Object[] visit(ASTArguments node, @Nullable Object data) {
    @Nullable Object[] arguments = super.visit(node, data);
    JexlNode call = node.jjtGetParent();
    if (OwnFunction.at(call) != null) {
      return arguments;
    }
    charge(call, Work.ofCall(nameOf(call), receiver, arguments, node));
    return arguments;
  }

  private static String nameOf(JexlNode call) {
    JexlNode name = call.jjtGetChild(0);
    if (name instanceof ASTIdentifierAccess method) {
      return method.getName();
    }
    return name instanceof ASTIdentifier function ? function.getName() : "";
  }

  @Override
  protected Object visit(ASTERNode node, @Nullable Object data) {
    return contains(node, data);
  }

  @Override
  protected Object visit(ASTNRNode node, @Nullable Object data) {
    return !contains(node, data);
  }

  private boolean contains(JexlNode node, @Nullable Object data) {
    Object value = node.jjtGetChild(0).jjtAccept(this, data);
    Object container = node.jjtGetChild(1).jjtAccept(this, data);
    charge(node, Work.ofMatch(value, container, SyntaxTree.unwrap(node.jjtGetChild(1))));
    return arithmetic.contains(container, value);
  }

  @Override
  protected Object visit(ASTEQNode node, @Nullable Object data) {
    return compared(node, data, arithmetic::equals);
  }

  @Override
  protected Object visit(ASTNENode node, @Nullable Object data) {
    return !compared(node, data, arithmetic::equals);
  }

  @Override
  protected Object visit(ASTLTNode node, @Nullable Object data) {
    return compared(node, data, arithmetic::lessThan);
  }

  @Override
  protected Object visit(ASTLENode node, @Nullable Object data) {
    return compared(node, data, arithmetic::lessThanOrEqual);
  }

  @Override
  protected Object visit(ASTGTNode node, @Nullable Object data) {
    return compared(node, data, arithmetic::greaterThan);
  }

  @Override
  protected Object visit(ASTGENode node, @Nullable Object data) {
    return compared(node, data, arithmetic::greaterThanOrEqual);
  }

  private boolean compared(
      JexlNode node, @Nullable Object data, BiPredicate<@Nullable Object, @Nullable Object> test) {
    Object left = node.jjtGetChild(0).jjtAccept(this, data);
    Object right = node.jjtGetChild(1).jjtAccept(this, data);
    charge(node, Math.min(workOfComparing(left), workOfComparing(right)));
    return test.test(left, right);
  }

  private static long workOfComparing(@Nullable Object value) {
    return value instanceof String ? Work.ofCopy(value) : Work.of(value);
  }

  @Override
  protected @Nullable Object visit(ASTSubNode node, @Nullable Object data) {
    return computed(node, data, arithmetic::subtract);
  }

  @Override
  protected @Nullable Object visit(ASTMulNode node, @Nullable Object data) {
    return computed(node, data, arithmetic::multiply);
  }

  @Override
  protected @Nullable Object visit(ASTDivNode node, @Nullable Object data) {
    return computed(node, data, arithmetic::divide);
  }

  @Override
  protected @Nullable Object visit(ASTModNode node, @Nullable Object data) {
    return computed(node, data, arithmetic::mod);
  }

  private @Nullable Object computed(
      JexlNode node, @Nullable Object data, BinaryOperator<@Nullable Object> operator) {
    Object left = node.jjtGetChild(0).jjtAccept(this, data);
    Object right = node.jjtGetChild(1).jjtAccept(this, data);
    charge(node, Work.ofCopy(left) + Work.ofCopy(right));
    return operator.apply(left, right);
  }

  @Override
  protected @Nullable Object visit(ASTAddNode node, @Nullable Object data) {
    Object left = node.jjtGetChild(0).jjtAccept(this, data);
    Object right = node.jjtGetChild(1).jjtAccept(this, data);
    charge(node, Work.ofCopy(left) + Work.ofCopy(right));
    try {
      Object sum = arithmetic.add(left, right);
      if (sum == null && left instanceof Number && right instanceof String) {
        skipped();
      }
      return sum;
    } catch (ExpressionFailedException e) {
      throw at(node, e);
    }
  }

  /** Called for a sum of a number and a text, which is null. */
  abstract void skipped();

  static JexlException at(JexlNode node, ExpressionFailedException failure) {
    return new JexlException(SyntaxTree.start(node), failure.getMessage(), failure);
  }
}
