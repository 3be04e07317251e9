// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.summary;

import io.drey.jobs.text.TextFit;
import io.drey.jobs.yaml.Unknown;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.JsonValue;
import io.drey.operators.event.time.EventTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The first event that failed, which shows what a pipeline file got wrong. */
public record FirstEvent(Event event) {
  private static final int DEEPEST = 3;
  private static final int MOST_NAMES = 500;
  private static final int MOST_SHOWN = 12;
  private static final int LONGEST_VALUE = 40;
  private static final String PREFIX = "event.";

  /** Reads one from the JSON in which it was kept. */
  static FirstEvent of(String json) {
    return new FirstEvent(Event.of(json));
  }

  /** That it has no such field, the nearest it has, and all it has. */
  String lacks(String field) {
    return lacks(field, nearest(field));
  }

  /** The same for a field with the time, which may have quite another name. */
  String lacksTime(String field) {
    String nearest = nearest(field);
    return lacks(field, nearest == null ? timeField() : nearest);
  }

  private String lacks(String field, @Nullable String nearest) {
    return "the first has " + lack(field, nearest);
  }

  /** What it has not, for a sentence: the field, the nearest it has, and all it has. */
  public String lack(String field) {
    return lack(field, nearest(field));
  }

  private String lack(String field, @Nullable String nearest) {
    String hint = nearest == null ? "" : "did you mean '" + nearest + "'? ";
    return "no field '" + field + "' (" + hint + found() + ")";
  }

  /** Its fields. */
  String found() {
    Set<String> names = new LinkedHashSet<>(event.names());
    String shown =
        names.isEmpty() ? "none" : String.join(", ", names.stream().limit(MOST_SHOWN).toList());
    return "found: " + shown + (names.size() > MOST_SHOWN ? ", …" : "");
  }

  private @Nullable String nearest(String field) {
    List<String> names = new ArrayList<>();
    collect(event, "", 0, names);
    String plain = field.startsWith(PREFIX) ? field.substring(PREFIX.length()) : field;
    if (names.contains(plain)) {
      return plain;
    }
    String inside =
        names.stream().filter(name -> name.endsWith("." + plain)).findFirst().orElse("");
    return inside.isEmpty() ? Unknown.nearest(plain, names) : inside;
  }

  private static void collect(Event event, String prefix, int depth, List<String> names) {
    List<String> own = event.names();
    for (int i = 0; i < own.size() && names.size() < MOST_NAMES; i++) {
      names.add(prefix + own.get(i));
      Event object = event.valueAt(i).object();
      if (object != null && depth < DEEPEST) {
        collect(object, prefix + own.get(i) + ".", depth + 1, names);
      }
    }
  }

  /** The first field that holds an instant; null if there is none. */
  private @Nullable String timeField() {
    List<String> names = event.names();
    for (int i = 0; i < names.size(); i++) {
      Event alone = Event.of("{}").with("time", event.valueAt(i));
      if (EventTime.iso(FieldPath.of("time"), ZoneOffset.UTC).millis(alone) != EventTime.NONE) {
        return names.get(i);
      }
    }
    return null;
  }

  /** A value with its kind, for a sentence. */
  static String shown(JsonValue value) {
    String text = TextFit.beginning(value.text(), LONGEST_VALUE);
    return switch (value.kind()) {
      case STRING -> "the text '" + text + "'";
      case NUMBER -> "the number " + text;
      case BOOLEAN -> "the boolean " + text;
      case NULL -> "null";
      case OBJECT -> "an object";
      case ARRAY -> "a list";
    };
  }
}
