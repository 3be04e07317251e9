// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.call;

import io.drey.jobs.expression.function.Functions;
import io.drey.jobs.expression.function.NamedFunction;
import java.util.Map;
import java.util.TreeMap;

/** The functions of scripts: those of expressions, and those that emit and drop events. */
public final class ScriptFunctions {
  /** The one that ends the run. */
  public static final String STOP = "stop";

  /** The one that looks back at the last events of the key. */
  public static final String WINDOW = "window";

  /** For scripts that run for a key. */
  public static final Map<String, NamedFunction> OF_KEYS = new TreeMap<>();

  /** For scripts that run for an event. */
  public static final Map<String, NamedFunction> OF_EVENTS = new TreeMap<>();

  static {
    Functions.all().forEach((name, operation) -> OF_KEYS.put(name, operation.forScripts()));
    OF_KEYS.put(
        "emit",
        NamedFunction.of("emit", 1, (script, args) -> ((ScriptVariables) script).emit(args[0])));
    OF_KEYS.put(
        "emitEach",
        NamedFunction.of(
            "emitEach", 1, (script, args) -> ((ScriptVariables) script).emitEach(args[0])));
    OF_KEYS.put(
        "log",
        NamedFunction.of("log", 1, (script, args) -> ((ScriptVariables) script).log(args[0])));
    OF_EVENTS.putAll(OF_KEYS);
    OF_EVENTS.put(
        WINDOW,
        NamedFunction.of(WINDOW, 1, (script, args) -> ((ScriptVariables) script).window(args[0])));
    OF_EVENTS.put(
        STOP,
        NamedFunction.of(STOP, 1, (script, args) -> ((ScriptVariables) script).stop(args[0])));
    OF_EVENTS.put(
        "drop", NamedFunction.of("drop", 0, (script, args) -> ((ScriptVariables) script).drop()));
  }

  private ScriptFunctions() {}
}
