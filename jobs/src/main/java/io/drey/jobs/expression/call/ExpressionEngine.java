// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.call;

import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlContext;
import org.apache.commons.jexl3.JexlOptions;
import org.apache.commons.jexl3.internal.Engine;
import org.apache.commons.jexl3.internal.Frame;
import org.apache.commons.jexl3.internal.Interpreter;

/** JEXL with the rule for paths into the event. */
public final class ExpressionEngine extends Engine {
  public ExpressionEngine(JexlBuilder settings) {
    super(settings);
  }

  @Override
  protected Interpreter createInterpreter(JexlContext context, Frame frame, JexlOptions options) {
    return new EventInterpreter(this, options, context, frame);
  }
}
