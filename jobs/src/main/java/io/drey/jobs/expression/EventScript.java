// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import io.drey.jobs.expression.call.ScriptVariables;
import io.drey.jobs.expression.call.Surroundings;
import io.drey.jobs.expression.syntax.ExpressionException;
import io.drey.jobs.expression.syntax.ScriptOrigin;
import io.drey.jobs.expression.value.Limits;
import io.drey.operators.event.Event;
import io.drey.operators.script.Program;
import io.drey.operators.script.Scope;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A script that runs for each event: it changes the event and the state of the event's key. */
public final class EventScript implements Program.OnEvent<String, Event, Event> {
  private static final long serialVersionUID = 1L;

  private final ScriptText text;
  private final ScriptUses uses;
  private final Surroundings around;

  private EventScript(ScriptText text) {
    this(text, Surroundings.none());
  }

  private EventScript(ScriptText text, Surroundings around) {
    this.text = text;
    this.uses = text.uses();
    this.around = around;
  }

  /**
   * Parses and checks a script.
   *
   * @throws ExpressionException if it has a syntax error, or uses an unknown name
   */
  public static EventScript parse(String text, ScriptOrigin origin) throws ExpressionException {
    return new EventScript(ScriptText.parse(ScriptText.Kind.EVENT, text, origin));
  }

  static EventScript timed(LongSupplier nanoClock, String text) throws ExpressionException {
    return new EventScript(ScriptText.limited(nanoClock, Limits.WORK, text, ScriptOrigin.text()));
  }

  static EventScript working(long mostWork, String text) throws ExpressionException {
    return new EventScript(
        ScriptText.limited(System::nanoTime, mostWork, text, ScriptOrigin.text()));
  }

  public StateUse stateUse() {
    return text.stateUse();
  }

  public ScriptUses uses() {
    return uses;
  }

  /** The same script as one of a step. */
  public EventScript within(String step, @Nullable ScriptConfig config) {
    return new EventScript(text, around.of(step, config == null ? null : config.json()));
  }

  /** What it shares with the other scripts of its step. */
  public Surroundings around() {
    return around;
  }

  /** Why it has asked for the end of the run; null if it has not. */
  public @Nullable String end() {
    return around.console().end();
  }

  @Override
  public boolean isOver() {
    return uses.stop() && end() != null;
  }

  /** Emits the events that the script emits, then the changed event unless it is dropped. */
  @Override
  public void run(Event event, Scope<String, Event> scope) {
    text.run(ScriptVariables.of(event, scope, around));
  }
}
