// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.call;

import java.util.function.LongSupplier;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlContext;
import org.apache.commons.jexl3.JexlOptions;
import org.apache.commons.jexl3.internal.Engine;
import org.apache.commons.jexl3.internal.Frame;
import org.apache.commons.jexl3.internal.Interpreter;

/** JEXL with an interpreter that counts loop iterations and work. */
public final class ScriptEngine extends Engine {
  private final LongSupplier nanoClock;
  private final long mostWork;

  public ScriptEngine(JexlBuilder settings, LongSupplier nanoClock, long mostWork) {
    super(settings);
    this.nanoClock = nanoClock;
    this.mostWork = mostWork;
  }

  @Override
  protected Interpreter createInterpreter(JexlContext context, Frame frame, JexlOptions options) {
    return new ScriptInterpreter(this, options, context, frame, nanoClock, mostWork);
  }
}
