// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.call;

import org.apache.commons.jexl3.JexlContext;
import org.apache.commons.jexl3.JexlOptions;
import org.apache.commons.jexl3.internal.Engine;
import org.apache.commons.jexl3.internal.Frame;
import org.apache.commons.jexl3.internal.Interpreter;
import org.apache.commons.jexl3.parser.ASTReference;
import org.jspecify.annotations.Nullable;

/** One run of an expression: JEXL's interpreter, but paths into the event have their own rule. */
final class EventInterpreter extends Interpreter {
  EventInterpreter(Engine engine, JexlOptions options, JexlContext context, Frame frame) {
    super(engine, options, context, frame);
  }

  @Override
  protected @Nullable Object visit(ASTReference node, @Nullable Object data) {
    EventPath path = EventPath.at(node);
    if (path == null) {
      return super.visit(node, data);
    }
    cancelCheck(node);
    Object object = path.read(node.jjtGetChild(0).jjtAccept(this, null));
    for (int i = path.end(); i < node.jjtGetNumChildren() && object != null; i++) {
      object = node.jjtGetChild(i).jjtAccept(this, object);
    }
    return object;
  }
}
