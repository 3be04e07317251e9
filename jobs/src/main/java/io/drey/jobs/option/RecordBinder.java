// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.option;

import io.drey.jobs.yaml.ExternalValues;
import io.drey.jobs.yaml.Position;
import io.drey.jobs.yaml.Problems;
import io.drey.jobs.yaml.Secrets;
import io.drey.jobs.yaml.Unknown;
import io.drey.jobs.yaml.YamlMapping;
import io.drey.jobs.yaml.YamlReader;
import io.drey.jobs.yaml.YamlValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Creates a record from a mapping: each component from its key, then the record's own checks. */
final class RecordBinder {
  private static final Pattern NAMED = Pattern.compile("(?:Invalid|Unknown|Cannot) ([\\w-]+).*");

  private final Binder binder;
  private final Problems problems;
  private final Place place;

  RecordBinder(Binder binder, Problems problems, Place place) {
    this.binder = binder;
    this.problems = problems;
    this.place = place;
  }

  @Nullable Object bind(Class<?> options, YamlMapping mapping, List<String> outerKeys) {
    boolean keysKnown = checkKeys(OptionField.keys(options), mapping, outerKeys);
    Object bound = fromKeys(options, mapping);
    // Without the value of the unknown key, its warnings would be misleading.
    return keysKnown ? bound : null;
  }

  private @Nullable Object fromKeys(Class<?> options, YamlMapping mapping) {
    List<@Nullable Object> values = new ArrayList<>();
    boolean complete = true;
    for (OptionField field : OptionField.of(options)) {
      YamlMapping.Entry entry = field.included() ? null : mapping.find(field.key());
      Object value;
      if (field.included()) {
        value = fromKeys((Class<?>) field.type(), mapping);
      } else {
        value = entry == null ? absent(field, mapping) : present(field, entry);
      }
      boolean optional = entry == null && !field.mandatory() && !field.included();
      complete &= value != null || optional;
      values.add(value);
    }
    return complete ? construct(options, values, mapping) : null;
  }

  /** Creates the record from values at one place. */
  @Nullable Object construct(Class<?> options, List<Object> values, Position at) {
    return construct(options, values, new YamlMapping(Map.of(), at));
  }

  private boolean checkKeys(List<OptionField> fields, YamlMapping mapping, List<String> outerKeys) {
    List<String> known = new ArrayList<>(outerKeys);
    fields.forEach(field -> known.add(field.key()));
    for (YamlMapping.Entry entry : mapping.all()) {
      if (!known.contains(entry.key())) {
        problems.error(entry.at(), place.label(), Unknown.message("key", entry.key(), known));
      }
    }
    return known.containsAll(mapping.keys());
  }

  private @Nullable Object present(OptionField field, YamlMapping.Entry entry) {
    binder.keepSecret(field.type(), field.key(), entry.value());
    return binder.value(field.type(), field.key(), entry.value(), place);
  }

  private @Nullable Object absent(OptionField field, YamlMapping mapping) {
    if (field.mandatory()) {
      problems.error(mapping.at(), place.label(), "Missing key '" + field.key() + "'");
      return null;
    }
    return field.byDefault().isEmpty() ? null : byDefault(field);
  }

  /** The value of a field's default. */
  static Object byDefault(OptionField field) {
    Secrets secrets = new Secrets();
    Problems wrong = new Problems("@Option", secrets);
    ExternalValues nothing = new ExternalValues(name -> null, Map.of());
    YamlValue written = new YamlReader(nothing, secrets, wrong).read(field.byDefault());
    Object value =
        written == null
            ? null
            : new Binder(wrong, secrets)
                .value(field.type(), field.key(), written, Place.of("byDefault"));
    return Objects.requireNonNull(value, () -> "Invalid default: " + wrong.sorted());
  }

  private @Nullable Object construct(
      Class<?> options, List<? extends @Nullable Object> values, YamlMapping mapping) {
    try {
      return constructor(options).newInstance(values.toArray());
    } catch (InvocationTargetException e) {
      if (!(e.getCause() instanceof IllegalArgumentException invalid)) {
        throw new IllegalStateException("Failed to make " + options, e);
      }
      report(invalid, options, mapping);
      return null;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot make " + options, e);
    }
  }

  private void report(IllegalArgumentException invalid, Class<?> options, YamlMapping mapping) {
    if (invalid instanceof InvalidOptionsException several) {
      for (OptionProblem problem : several.problems()) {
        problems.error(problem.in(mapping), place.label(), problem.message());
      }
      return;
    }
    String message = String.valueOf(invalid.getMessage());
    problems.error(blamed(options, message, mapping), place.label(), message);
  }

  private static Constructor<?> constructor(Class<?> options) throws NoSuchMethodException {
    Class<?>[] types =
        Arrays.stream(options.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    return options.getConstructor(types);
  }

  private static Position blamed(Class<?> options, String message, YamlMapping mapping) {
    Matcher matcher = NAMED.matcher(message);
    if (!matcher.matches()) {
      return mapping.at();
    }
    return OptionField.keys(options).stream()
        .filter(field -> field.isNamed(matcher.group(1)))
        .map(field -> mapping.positionOf(field.key()))
        .findFirst()
        .orElse(mapping.at());
  }
}
