package io.drey.jobs.expression;

import java.util.Map;
import java.util.TreeMap;

/** The functions of scripts: those of expressions, and those that decide what leaves. */
final class ScriptFunctions {
  /** For scripts that run for a key. */
  static final Map<String, Operation> OF_KEYS = new TreeMap<>();

  /** For scripts that run for an event. */
  static final Map<String, Operation> OF_EVENTS = new TreeMap<>();

  static {
    Functions.all().forEach((name, operation) -> OF_KEYS.put(name, operation.forScripts()));
    OF_KEYS.put(
        "emit",
        Operation.of("emit", 1, (script, args) -> ((ScriptVariables) script).emit(args[0])));
    OF_EVENTS.putAll(OF_KEYS);
    OF_EVENTS.put(
        "drop", Operation.of("drop", 0, (script, args) -> ((ScriptVariables) script).drop()));
  }

  private ScriptFunctions() {}
}
