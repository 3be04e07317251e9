// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.option;

import io.drey.jobs.expression.ScriptConfig;
import io.drey.jobs.expression.syntax.ExpressionException;
import io.drey.jobs.yaml.Position;
import io.drey.jobs.yaml.Problems;
import io.drey.jobs.yaml.Secrets;
import io.drey.jobs.yaml.YamlList;
import io.drey.jobs.yaml.YamlMapping;
import io.drey.jobs.yaml.YamlScalar;
import io.drey.jobs.yaml.YamlValue;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.KeyPaths;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Creates option records from YAML values. The type of a component determines how its value is
 * written. A value that does not fit is reported at its position, and the rest is still checked.
 */
public final class Binder {
  private static final String FIELD_RULE = "a field or a list of fields";

  private final Problems problems;
  private final Secrets secrets;

  public Binder(Problems problems, Secrets secrets) {
    this.problems = problems;
    this.secrets = secrets;
  }

  /**
   * Binds a value to a record.
   *
   * @param name the key that holds the value
   * @param outerKeys keys of the mapping that belong to another reader
   * @return null if a problem has been reported
   */
  public <T> @Nullable T bind(
      Class<T> options, String name, YamlValue value, Place place, List<String> outerKeys) {
    if (OptionField.isWholeValue(options)) {
      return options.cast(wholeValue(options, name, value, place));
    }
    if (value instanceof YamlMapping mapping) {
      return options.cast(
          new RecordBinder(this, problems, place).bind(options, mapping, outerKeys));
    }
    reject(name, "a mapping" + MeantMapping.of(options, value), value, place);
    return null;
  }

  /** Binds a value to any supported type; null if a problem has been reported. */
  @Nullable Object value(Type type, String name, YamlValue value, Place place) {
    if (value instanceof YamlScalar scalar && scalar.isUnresolved()) {
      return null;
    }
    if (type instanceof ParameterizedType generic) {
      return container(generic, name, value, place);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == KeyPaths.class) {
      return keyPaths(name, value, place);
    }
    if (plain == YamlMapping.class) {
      return mapping(name, value, place);
    }
    if (plain == ScriptConfig.class) {
      return new ConfigBinder(this).bind(name, value, place);
    }
    if (ScriptBinder.isScript(plain)) {
      return new ScriptBinder(this, problems).bind(plain, name, value, place);
    }
    ScalarType scalarType = ScalarType.find(plain);
    if (scalarType != null) {
      return scalar(scalarType, name, value, place);
    }
    List<String> words = OptionField.words(plain);
    if (!words.isEmpty() && !isWord(value, words) && !(value instanceof YamlList)) {
      return reject(name, String.join(", ", words) + " or a list", value, place);
    }
    TextForm textForm = TextForm.find(plain);
    if (textForm != null && (value instanceof YamlScalar || !plain.isRecord())) {
      return text(textForm, name, value, place);
    }
    return OptionField.isWholeValue(plain)
        ? wholeValue(plain, name, value, place)
        : bind(plain, name, value, place.child(name), List.of());
  }

  private static boolean isWord(YamlValue value, List<String> words) {
    return value instanceof YamlScalar scalar && !scalar.isNull() && words.contains(scalar.text());
  }

  /** A mapping with arbitrary keys. */
  @Nullable Object mapping(String name, YamlValue value, Place place) {
    if (!(value instanceof YamlMapping mapping)) {
      return reject(name, "a mapping", value, place);
    }
    keepSecrets(mapping);
    return mapping.isResolved() ? mapping : null;
  }

  private void keepSecrets(YamlValue value) {
    if (value instanceof YamlMapping mapping) {
      for (YamlMapping.Entry entry : mapping.all()) {
        keepSecret(String.class, entry.key(), entry.value());
        keepSecrets(entry.value());
      }
    } else if (value instanceof YamlList list) {
      list.items().forEach(this::keepSecrets);
    }
  }

  private @Nullable Object wholeValue(Class<?> options, String name, YamlValue value, Place place) {
    OptionField field = OptionField.of(options).get(0);
    Object bound = value(field.type(), name, value, place);
    return bound == null
        ? null
        : new RecordBinder(this, problems, place).construct(options, List.of(bound), value.at());
  }

  private @Nullable Object container(
      ParameterizedType type, String name, YamlValue value, Place place) {
    Type[] arguments = type.getActualTypeArguments();
    if (type.getRawType() == List.class) {
      if (value instanceof YamlList list) {
        return items(list, arguments[0], name, place);
      }
      return reject(name, "a list", value, place);
    }
    if (value instanceof YamlMapping mapping) {
      return entries(mapping, arguments[1], name, place);
    }
    return reject(name, "a mapping", value, place);
  }

  private @Nullable List<Object> items(YamlList list, Type type, String name, Place place) {
    List<@Nullable Object> items = new ArrayList<>();
    for (YamlValue item : list.items()) {
      items.add(value(type, name, item, place));
    }
    return items.stream().allMatch(Objects::nonNull)
        ? items.stream().map(Objects::requireNonNull).toList()
        : null;
  }

  private @Nullable Map<String, Object> entries(
      YamlMapping mapping, Type type, String name, Place place) {
    Map<String, Object> entries = new LinkedHashMap<>();
    for (YamlMapping.Entry entry : mapping.all()) {
      keepSecret(type, entry.key(), entry.value());
      Object value = value(type, entry.key(), entry.value(), place.child(name));
      if (value != null) {
        entries.put(entry.key(), value);
      }
    }
    return entries.size() == mapping.entries().size() ? Collections.unmodifiableMap(entries) : null;
  }

  private @Nullable Object keyPaths(String name, YamlValue value, Place place) {
    List<YamlValue> values = value instanceof YamlList list ? list.items() : List.of(value);
    List<FieldPath> fields = new ArrayList<>();
    for (YamlValue item : values) {
      Object field = value(FieldPath.class, name, item, place);
      if (field instanceof FieldPath path) {
        fields.add(path);
        warnOfEventPrefix(path, item.at(), place);
      }
    }
    if (values.isEmpty()) {
      return reject(name, FIELD_RULE, value, place);
    }
    return fields.size() == values.size() ? new KeyPaths(fields) : null;
  }

  private void warnOfEventPrefix(FieldPath path, Position at, Place place) {
    if (path.text().startsWith("event.")) {
      String field = path.text().substring("event.".length());
      problems.guess(
          at,
          place.label(),
          "Key '" + path + "' reads a field inside field 'event' (did you mean '" + field + "'?)");
    }
  }

  private @Nullable Object scalar(ScalarType type, String name, YamlValue value, Place place) {
    if (value instanceof YamlScalar scalar && !scalar.isNull()) {
      try {
        return type.parse().apply(scalar.text());
      } catch (IllegalArgumentException e) {
        return reject(name, type.rule(), value, place);
      }
    }
    return reject(name, type.rule(), value, place);
  }

  private @Nullable Object text(TextForm form, String name, YamlValue value, Place place) {
    if (!(value instanceof YamlScalar scalar) || scalar.isNull()) {
      return reject(name, "text", value, place);
    }
    try {
      return form.read(scalar.text());
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      if (cause instanceof ExpressionException expression) {
        Position at = scalar.at(expression.line(), expression.column());
        reportText(name, scalar, at, place, expression);
      } else if (cause instanceof IllegalArgumentException invalid) {
        reportText(name, scalar, scalar.at(), place, invalid);
      } else {
        throw new IllegalStateException("Failed to read " + name, cause);
      }
      return null;
    }
  }

  /** Reports what is wrong with a text; of one with a secret, no part is shown. */
  void reportText(String name, YamlScalar text, Position at, Place place, Exception wrong) {
    boolean isSecret = secrets.areIn(text.text());
    String message =
        isSecret
            ? "Invalid " + name + ": it has a secret, so that the reason is not shown"
            : String.valueOf(wrong.getMessage());
    problems.error(isSecret ? text.at() : at, place.label(), message);
  }

  /** Registers the value of an option that is named like a secret. */
  void keepSecret(Type type, String key, YamlValue value) {
    boolean text = type == String.class;
    if (text && Secrets.isSecretName(key) && value instanceof YamlScalar scalar) {
      secrets.add(scalar.text());
    }
  }

  @Nullable Object reject(String name, String rule, YamlValue value, Place place) {
    String shown = Secrets.isSecretName(name) ? "***" : value.shown();
    problems.error(
        value.at(), place.label(), "Invalid " + name + ": must be " + rule + " but was " + shown);
    return null;
  }
}
