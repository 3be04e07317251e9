// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.call;

import io.drey.operators.event.Event;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What the scripts of a step have in common, besides state. */
public final class Surroundings implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String step;
  private final @Nullable String config;
  private final ScriptConsole console;
  private transient @Nullable Event constants;

  private Surroundings(String step, @Nullable String config, ScriptConsole console) {
    this.step = step;
    this.config = config;
    this.console = console;
  }

  /** Those of a script outside of a step. */
  public static Surroundings none() {
    return new Surroundings("", null, new ScriptConsole());
  }

  /**
   * Those of a step, with the same console.
   *
   * @param json the object that scripts read as {@code config}; null if there is none
   */
  public Surroundings of(String id, @Nullable String json) {
    return new Surroundings(id, json, console);
  }

  public ScriptConsole console() {
    return console;
  }

  void log(String text) {
    console.log(step, text);
  }

  @Nullable Event config() {
    if (constants == null && config != null) {
      constants = Event.of(config);
    }
    return constants;
  }
}
