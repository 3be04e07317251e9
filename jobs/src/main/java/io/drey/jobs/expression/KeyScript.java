// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import io.drey.jobs.expression.call.ScriptVariables;
import io.drey.jobs.expression.call.Surroundings;
import io.drey.jobs.expression.syntax.ExpressionException;
import io.drey.jobs.expression.syntax.ScriptOrigin;
import io.drey.operators.event.Event;
import io.drey.operators.script.Program;
import io.drey.operators.script.Scope;

/** A script that runs for a key: it sees the key and its state. */
public final class KeyScript implements Program.OnKey<String, Event> {
  private static final long serialVersionUID = 1L;

  private final ScriptText text;
  private final Surroundings around;

  private KeyScript(ScriptText text, Surroundings around) {
    this.text = text;
    this.around = around;
  }

  /**
   * Parses and checks a script.
   *
   * @throws ExpressionException if it has a syntax error, or uses an unknown name
   */
  public static KeyScript parse(String text, ScriptOrigin origin) throws ExpressionException {
    return new KeyScript(ScriptText.parse(ScriptText.Kind.KEY, text, origin), Surroundings.none());
  }

  public StateUse stateUse() {
    return text.stateUse();
  }

  public ScriptUses uses() {
    return text.uses();
  }

  /** The same script as one of a step. */
  public KeyScript within(Surroundings step) {
    return new KeyScript(text, step);
  }

  @Override
  public void run(Scope<String, Event> scope) {
    text.run(ScriptVariables.of(scope, around));
  }
}
