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
import java.util.Objects;
import java.util.Set;
import org.apache.commons.jexl3.JexlContext;
import org.jspecify.annotations.Nullable;

/** The variables of a script in one run, and the events that it emits. */
public final class ScriptVariables implements JexlContext {
  public static final String STATE = "state";
  static final String KEY = "key";

  /** Constant values from the step's options. */
  public static final String CONFIG = "config";

  /** Where the event is from, and its time. */
  public static final String META = "meta";

  /** The variables of a script that runs for a key, without an event. */
  public static final Set<String> OF_KEYS = Set.of(KEY, STATE, CONFIG);

  /** The variables of which nothing can be changed. */
  static final Set<String> CONSTANT = Set.of(CONFIG, META);

  /** The variables of a script that runs for an event. */
  public static final Set<String> OF_EVENTS =
      Set.of(KEY, STATE, CONFIG, EventVariables.EVENT, META);

  private final String key;
  private final StateMap state;
  private final @Nullable ScriptMap event;
  private final Scope<String, Event> scope;
  private final Surroundings around;
  private final List<Event> emitted = new ArrayList<>(1);
  private long emittedSize;
  private boolean isDropped;
  private @Nullable ScriptMap config;
  private @Nullable ScriptMap meta;
  private @Nullable String end;
  private @Nullable LastEvents lastEvents;
  private long skipped;

  private ScriptVariables(
      Scope<String, Event> scope, @Nullable ScriptMap event, Surroundings around) {
    this.scope = scope;
    this.around = around;
    this.key = scope.key();
    this.state = new StateMap(scope.state());
    this.event = event;
  }

  public static ScriptVariables of(Scope<String, Event> scope, Surroundings around) {
    return new ScriptVariables(scope, null, around);
  }

  /** Those of a script that runs for an event. */
  public static ScriptVariables of(Event event, Scope<String, Event> scope, Surroundings around) {
    return new ScriptVariables(scope, ScriptMap.root(event), around);
  }

  @Override
  public @Nullable Object get(String name) {
    return switch (name) {
      case STATE -> state;
      case EventVariables.EVENT -> event;
      case KEY -> KeyPaths.isOfAll(key) ? null : Trees.of(JsonInput.parse(key));
      case CONFIG -> config();
      case META -> meta();
      default -> null;
    };
  }

  private @Nullable Object config() {
    Event constants = around.config();
    if (config == null && constants != null) {
      config = ScriptMap.frozen(CONFIG, constants);
    }
    return config;
  }

  private @Nullable Object meta() {
    if (meta == null && event != null) {
      meta = ScriptMap.frozen(META, Meta.of(event.original(), scope.timestamp()));
    }
    return meta;
  }

  @Override
  public boolean has(String name) {
    return OF_EVENTS.contains(name);
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
    emitted.add(made.untraced());
    return null;
  }

  /** Emits the current state of all elements of a list. */
  @Nullable Object emitEach(@Nullable Object records) {
    if (!(records instanceof List<?> list)) {
      throw new ExpressionFailedException(
          "Invalid events: must be a list but was " + ValueTypes.of(records));
    }
    list.forEach(this::emit);
    return null;
  }

  @Nullable Object log(@Nullable Object value) {
    around.log(JsonOutput.plain(value));
    return null;
  }

  @Nullable Object stop(@Nullable Object why) {
    end = JsonOutput.plain(why);
    return null;
  }

  /** The last events of the key, newest first. */
  @Nullable Object window(@Nullable Object number) {
    if (lastEvents == null) {
      lastEvents = new LastEvents(scope);
    }
    return lastEvents.newest(((Number) Objects.requireNonNull(number)).intValue());
  }

  /** Counts a value that is of the wrong kind. */
  void skip() {
    skipped++;
  }

  @Nullable Object drop() {
    isDropped = true;
    return null;
  }

  /** Writes the changes, then emits the requested events and the event itself. */
  public void leave() {
    state.save();
    if (skipped > 0) {
      scope.skip(skipped);
    }
    if (end != null) {
      around.console().stop(end);
    }
    emitted.forEach(scope::emit);
    if (event != null && !isDropped) {
      scope.emit(event.event().untraced());
    }
  }
}
