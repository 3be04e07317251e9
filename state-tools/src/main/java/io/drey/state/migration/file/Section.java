// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.file;

import io.drey.jobs.yaml.Position;
import io.drey.jobs.yaml.Problems;
import io.drey.jobs.yaml.Unknown;
import io.drey.jobs.yaml.YamlMapping;
import io.drey.jobs.yaml.YamlScalar;
import io.drey.jobs.yaml.YamlValue;
import io.drey.state.migration.Placed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mapping of a plan, and what is wrong with it. */
final class Section {
  private final YamlMapping mapping;
  private final String path;
  private final Problems problems;

  private Section(YamlMapping mapping, String path, Problems problems) {
    this.mapping = mapping;
    this.path = path;
    this.problems = problems;
  }

  /** A mapping with any keys, such as names. */
  static Section ofNames(YamlMapping mapping, String path, Problems problems) {
    return new Section(mapping, path, problems);
  }

  /** A mapping whose keys are known: others are problems. */
  static Section ofKeys(YamlMapping mapping, String path, Problems problems, List<String> known) {
    Section section = new Section(mapping, path, problems);
    for (YamlMapping.Entry entry : mapping.all()) {
      if (!known.contains(entry.key())) {
        section.problem(entry.at(), Unknown.message("key", entry.key(), known));
      }
    }
    return section;
  }

  YamlMapping mapping() {
    return mapping;
  }

  String path() {
    return path;
  }

  Problems problems() {
    return problems;
  }

  boolean has(String key) {
    return mapping.find(key) != null;
  }

  /** The value of a key; null if there is none. */
  @Nullable YamlValue find(String key) {
    YamlMapping.Entry entry = mapping.find(key);
    return entry == null ? null : entry.value();
  }

  /** Something that stands where the key of an entry does. */
  Placed<String> key(YamlMapping.Entry entry) {
    return new Placed<>(entry.key(), entry.at(), path);
  }

  /** Something that stands where a value does. */
  <T> Placed<T> placed(T value, YamlValue at) {
    return new Placed<>(value, at.at(), path);
  }

  /** The text of a key; null if there is none, or it has been reported that it is no text. */
  @Nullable Placed<String> text(String key) {
    YamlValue value = find(key);
    return value == null ? null : text(key, value);
  }

  @Nullable Placed<String> text(String name, YamlValue value) {
    if (value instanceof YamlScalar scalar && !scalar.isNull() && !scalar.text().isEmpty()) {
      return scalar.isUnresolved() ? null : placed(scalar.text(), value);
    }
    reject(name, "text", value);
    return null;
  }

  /** The whole number of a key; null if there is none, or it has been reported. */
  @Nullable Placed<Integer> integer(String key, int least, int most) {
    YamlValue value = find(key);
    if (value == null) {
      return null;
    }
    Long number = number(value);
    if (number != null && number >= least && number <= most) {
      return placed(number.intValue(), value);
    }
    reject(key, "a whole number from " + least + " to " + most, value);
    return null;
  }

  static @Nullable Long number(YamlValue value) {
    boolean isNumber =
        value instanceof YamlScalar scalar
            && scalar.isPlain()
            && scalar.text().matches("-?[0-9]{1,18}");
    return isNumber ? Long.valueOf(((YamlScalar) value).text()) : null;
  }

  /** The mapping of a key, within this one; null if there is none, or it has been reported. */
  @Nullable Section names(String key) {
    YamlMapping inner = innerMapping(key);
    return inner == null ? null : ofNames(inner, child(key), problems);
  }

  /** The same with known keys. */
  @Nullable Section keys(String key, List<String> known) {
    YamlMapping inner = innerMapping(key);
    return inner == null ? null : ofKeys(inner, child(key), problems, known);
  }

  private @Nullable YamlMapping innerMapping(String key) {
    YamlValue value = find(key);
    if (value == null || (value instanceof YamlMapping inner && !inner.entries().isEmpty())) {
      return (YamlMapping) value;
    }
    reject(key, "a mapping", value);
    return null;
  }

  String child(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  void missing(String key) {
    problem(mapping.at(), "Missing key '" + key + "'");
  }

  void reject(String name, String rule, YamlValue value) {
    problem(value.at(), "Invalid " + name + ": must be " + rule + " but was " + value.shown());
  }

  void problem(Position at, String message) {
    problems.error(at, path, message);
  }

  /** Reports that a key may not stand beside another, or without it. */
  void refuse(String key, String reason) {
    YamlMapping.Entry entry = mapping.find(key);
    if (entry != null) {
      problem(entry.at(), "Cannot take " + key + " " + reason);
    }
  }
}
