// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.file;

import io.drey.jobs.yaml.YamlMapping;
import io.drey.jobs.yaml.YamlValue;
import io.drey.state.migration.ClassTransform;
import io.drey.state.migration.Placed;
import io.drey.state.migration.RowExpression;
import io.drey.state.migration.Transform;
import io.drey.state.migration.Transform.At;
import io.drey.state.migration.Transform.Kind;
import io.drey.state.migration.Transform.OfEntries;
import io.drey.state.migration.Transform.TtlFrom;
import io.drey.state.migration.ValueChange;
import io.drey.state.migration.value.TypeText;
import io.drey.state.snapshot.type.ElementsType;
import io.drey.state.snapshot.type.EntriesType;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.transform.ValueTransform;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads transforms of values. */
final class TransformReader {
  static final List<String> KEYS = List.of("transform", "type", "kind", "ttl-from");

  private TransformReader() {}

  /** Reports the keys that need a transform, where there is none. */
  static void refuseWithout(Section steps) {
    steps.refuse("type", "without transform: it is the type of what that gives");
    steps.refuse("kind", "without transform: it gives the new values of the old ones");
    steps.refuse("ttl-from", "without transform: entries keep their time");
  }

  static @Nullable ValueChange read(Section steps) {
    return steps.find("transform") instanceof YamlMapping ? byClass(steps) : byExpression(steps);
  }

  private static @Nullable ClassTransform byClass(Section steps) {
    steps.refuse("type", "and a class: that says its type itself");
    steps.refuse("kind", "and a class: it gives single values");
    steps.refuse("ttl-from", "and a class: entries keep their time");
    var transform = TransformClasses.of(steps, "transform", ValueTransform.class);
    return transform == null ? null : new ClassTransform(transform);
  }

  private static @Nullable Transform byExpression(Section steps) {
    if (!steps.has("kind")) {
      steps.refuse("ttl-from", "without kind: entries keep their time");
    }
    if (steps.has("ttl")) {
      steps.refuse("ttl-from", "and ttl: that says what becomes of the time");
    }
    Placed<RowExpression> expression = Expressions.of(steps, "transform", StateReader.OF_STATES);
    Placed<ValueType> type = type(steps, "type");
    Kind word = Words.of(steps, "kind", Kind.class);
    Placed<Kind> kind =
        word == null ? null : steps.placed(word, Objects.requireNonNull(steps.find("kind")));
    checkType(steps, type, kind);
    Placed<TtlFrom> from = ttlFrom(steps);
    return expression == null ? null : new Transform(expression, type, kind, from);
  }

  private static void checkType(
      Section steps, @Nullable Placed<ValueType> type, @Nullable Placed<Kind> kind) {
    if (kind == null || (type == null && steps.has("type"))) {
      return;
    }
    String rule =
        switch (kind.value()) {
          case LIST -> type == null || type.value() instanceof ElementsType ? null : "List<…>";
          case MAP -> type != null && type.value() instanceof EntriesType ? null : "Map<…, …>";
          case VALUE -> type != null ? null : "the type of the value";
        };
    if (rule != null && type == null) {
      steps.problem(kind.at(), "Missing key 'type': with kind it is " + rule);
    } else if (rule != null && type != null) {
      String shown = type.value().text();
      String what = "Invalid type: must be " + rule + " with this kind but was " + shown;
      steps.problem(type.at(), what);
    }
  }

  /** The type that the text of a key stands for; null if there is none, or it has been reported. */
  static @Nullable Placed<ValueType> type(Section section, String key) {
    Placed<String> text = section.text(key);
    return text == null ? null : type(section, text);
  }

  static @Nullable Placed<ValueType> type(Section section, Placed<String> text) {
    try {
      return text.with(TypeText.parse(text.value()));
    } catch (IllegalArgumentException e) {
      section.problem(text.at(), String.valueOf(e.getMessage()));
      return null;
    }
  }

  private static @Nullable Placed<TtlFrom> ttlFrom(Section steps) {
    YamlValue value = steps.find("ttl-from");
    if (value == null) {
      return null;
    }
    if (StateReader.isWord(value, "newest")) {
      return steps.placed(OfEntries.NEWEST, value);
    }
    if (StateReader.isWord(value, "oldest")) {
      return steps.placed(OfEntries.OLDEST, value);
    }
    Instant instant = Instants.of(value);
    if (instant == null) {
      steps.reject("ttl-from", "newest, oldest or " + Instants.RULE, value);
      return null;
    }
    return steps.placed(new At(instant), value);
  }
}
