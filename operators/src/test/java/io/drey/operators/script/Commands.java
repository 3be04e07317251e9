// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.script;

import io.drey.operators.rule.InvalidEventException;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * A program whose events say what to do: {@code key put name text; get name; fail}. It emits the
 * answers, and begins and ends keys where it is told to.
 */
final class Commands {
  static final Program<String, String, String> PLAIN = Program.of(Commands::run);

  static final Program<String, String, String> BEGINNING_AND_ENDING =
      PLAIN
          .beginning(
              scope -> {
                scope.state().put("begun", "yes");
                scope.emit(scope.key() + " begins");
              })
          .ending(scope -> scope.emit(scope.key() + " ends with " + scope.state().names()));

  private Commands() {}

  static DataStream<String> attach(
      DataStream<String> events, Program<String, String, String> program, ScriptOptions options) {
    return Script.on(
        events.keyBy(Commands::key, Types.STRING), program, options, Types.STRING, "script");
  }

  static String key(String event) {
    return event.substring(0, event.indexOf(' '));
  }

  private static void run(String event, Scope<String, String> scope) {
    StringBuilder answer = new StringBuilder(scope.key());
    for (String command : event.substring(event.indexOf(' ') + 1).split("; ", -1)) {
      answer.append(' ').append(run(command.split(" ", -1), scope.state()));
    }
    scope.emit(answer.toString());
  }

  static String run(String[] words, Entries state) {
    return switch (words[0]) {
      case "put" -> {
        state.put(words[1], words[2]);
        yield "ok";
      }
      case "remove" -> {
        state.remove(words[1]);
        yield "ok";
      }
      case "clear" -> {
        state.clear();
        yield "ok";
      }
      case "get" -> String.valueOf(state.get(words[1]));
      case "has" -> String.valueOf(state.contains(words[1]));
      case "size" -> state.size() + (state.isEmpty() ? " empty" : "");
      case "names" -> state.names().toString();
      default -> throw new InvalidEventException("Cannot " + words[0]);
    };
  }
}
