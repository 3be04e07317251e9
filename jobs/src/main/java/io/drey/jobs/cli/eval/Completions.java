// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.eval;

import io.drey.jobs.expression.function.Functions;
import io.drey.jobs.expression.function.Methods;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a word at the prompt can be completed to: fields, functions, methods and commands. */
final class Completions {
  private static final Pattern WORD_AT_END = Pattern.compile("(?:^:|[\\w@$]|\\.)[\\w@$.]*$");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_@$][\\w@$]*");
  private static final String EVENT = "event";
  private static final String OPENING = "(";

  private Completions() {}

  /** Where the last word of a text begins, with what it is a part of: {@code event.us}. */
  static int wordStart(String text) {
    Matcher word = WORD_AT_END.matcher(text);
    return word.find() ? word.start() : text.length();
  }

  /**
   * All that a word can be.
   *
   * @param events whose fields are known
   */
  static Set<String> of(String word, Collection<Event> events) {
    Set<String> found = new TreeSet<>();
    if (word.startsWith(":")) {
      found.addAll(PromptSession.COMMANDS);
      return found;
    }
    int dot = word.lastIndexOf('.');
    if (dot < 0) {
      found.add(EVENT);
      Functions.all().keySet().forEach(name -> found.add(name + OPENING));
      return found;
    }
    String before = word.substring(0, dot + 1);
    fields(before, events).forEach(name -> found.add(before + name));
    Methods methods = Methods.READING;
    List.of(methods.text(), methods.list(), methods.map())
        .forEach(kind -> kind.keySet().forEach(name -> found.add(before + name + OPENING)));
    return found;
  }

  /** The fields that stand behind a path like {@code event.user.}. */
  private static Set<String> fields(String path, Collection<Event> events) {
    List<String> names = List.of(path.split("\\.", -1));
    Set<String> found = new TreeSet<>();
    if (!names.get(0).equals(EVENT)) {
      return found;
    }
    for (Event event : events) {
      Event object = event;
      for (String name : names.subList(1, names.size() - 1)) {
        object = object == null ? null : object(object, name);
      }
      if (object != null) {
        object.names().stream().filter(name -> NAME.matcher(name).matches()).forEach(found::add);
      }
    }
    return found;
  }

  private static @Nullable Event object(Event event, String name) {
    JsonValue value = event.value(FieldPath.of(name));
    return value == null ? null : value.object();
  }
}
