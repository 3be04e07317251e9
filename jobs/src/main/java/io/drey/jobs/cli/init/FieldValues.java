// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.init;

import io.drey.jobs.text.TextFit;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.JsonValue;
import io.drey.operators.event.JsonValue.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The values that a field has in a sample. */
final class FieldValues {
  private static final int LONGEST = 40;

  private final String name;
  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private int count;
  private int numbers;

  /** Those that can be keys: text, numbers and booleans. */
  private int scalars;

  FieldValues(String name) {
    this.name = name;
  }

  void add(JsonValue value) {
    count++;
    Kind kind = value.kind();
    if (kind != Kind.ARRAY && kind != Kind.OBJECT && kind != Kind.NULL) {
      scalars++;
      numbers += kind == Kind.NUMBER ? 1 : 0;
      texts.merge(value.text(), 1, Integer::sum);
    }
  }

  String name() {
    return name;
  }

  FieldPath path() {
    return FieldPath.of(name);
  }

  int count() {
    return count;
  }

  int scalars() {
    return scalars;
  }

  /** The number of different values. */
  int distinct() {
    return texts.size();
  }

  /** The number of values that are there exactly twice. */
  long twice() {
    return texts.values().stream().filter(times -> times == 2).count();
  }

  boolean isNumber() {
    return scalars > 0 && numbers == scalars;
  }

  /** Whether each value is there once. */
  boolean isUnique() {
    return distinct() == scalars;
  }

  /** The different values, in order of appearance. */
  List<String> texts() {
    return List.copyOf(texts.keySet());
  }

  /** The values for a person: a few, or one of many. */
  String shown() {
    if (scalars == 0) {
      return "lists, objects or null";
    }
    List<String> few = texts().stream().limit(3).map(FieldValues::oneLine).toList();
    return distinct() <= few.size()
        ? String.join(", ", few)
        : String.format(Locale.ROOT, "%,d values, such as %s", distinct(), few.get(0));
  }

  private static String oneLine(String text) {
    return TextFit.beginning(text.replaceAll("\\p{Cntrl}+", " ").strip(), LONGEST);
  }
}
