// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.call;

import io.drey.jobs.expression.value.ExpressionFailedException;
import io.drey.jobs.expression.value.JsonInput;
import io.drey.jobs.expression.value.JsonOutput;
import io.drey.jobs.expression.value.Limits;
import io.drey.jobs.expression.value.ScriptMap;
import io.drey.jobs.expression.value.StateMap;
import io.drey.jobs.expression.value.Trees;
import io.drey.jobs.expression.value.ValueTypes;
import io.drey.operators.event.Event;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.script.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.jexl3.JexlContext;
import org.jspecify.annotations.Nullable;

/** The variables of a script in one run, and the events that it emits. */
public final class ScriptVariables implements JexlContext {
  public static final String STATE = "state";
  static final String KEY = "key";

  /** The variables of a script that runs for a key, without an event. */
  public static final Set<String> OF_KEYS = Set.of(KEY, STATE);

  private final String key;
  private final StateMap state;
  private final @Nullable ScriptMap event;
  private final List<Event> emitted = new ArrayList<>(1);
  private long emittedSize;
  private boolean isDropped;

  private ScriptVariables(Scope<String, Event> scope, @Nullable ScriptMap event) {
    this.key = scope.key();
    this.state = new StateMap(scope.state());
    this.event = event;
  }

  public static ScriptVariables of(Scope<String, Event> scope) {
    return new ScriptVariables(scope, null);
  }

  public static ScriptVariables of(Event event, Scope<String, Event> scope) {
    return new ScriptVariables(scope, ScriptMap.root(event));
  }

  @Override
  public @Nullable Object get(String name) {
    return switch (name) {
      case STATE -> state;
      case EventVariables.EVENT -> event;
      case KEY -> KeyPaths.isOfAll(key) ? null : Trees.of(JsonInput.parse(key));
      default -> null;
    };
  }

  @Override
  public boolean has(String name) {
    return name.equals(STATE) || name.equals(KEY) || name.equals(EventVariables.EVENT);
  }

  @Override
  public void set(String name, @Nullable Object value) {
    throw new UnsupportedOperationException("Cannot assign '" + name + "': read only");
  }

  /** Emits the current state of an event. */
  @Nullable Object emit(@Nullable Object record) {
    if (!(record instanceof Map)) {
      throw new ExpressionFailedException(
          "Invalid event: must be an object but was " + ValueTypes.of(record));
    }
    Event made = record instanceof ScriptMap map ? map.event() : Event.of(JsonOutput.text(record));
    emittedSize += made.length();
    if (emittedSize > Limits.TOUCHED) {
      throw Limits.tooLarge(emittedSize, Limits.TOUCHED);
    }
    emitted.add(made);
    return null;
  }

  @Nullable Object drop() {
    isDropped = true;
    return null;
  }

  /** Writes the changes, then emits the requested events and the event itself. */
  public void leaveTo(Scope<String, Event> scope) {
    state.save();
    emitted.forEach(scope::emit);
    if (event != null && !isDropped) {
      scope.emit(event.event());
    }
  }
}
