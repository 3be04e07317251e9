// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.option;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One component of an option record; no other class reads the annotations of a component.
 *
 * @param byDefault the default of an absent key, as written in YAML; empty if there is none
 * @param mandatory whether the key is required
 * @param included whether it is no key but a record with keys, see {@link Included}
 */
record OptionField(
    String key,
    Type type,
    String doc,
    String byDefault,
    Change change,
    boolean mandatory,
    boolean included) {

  private static final ClassValue<List<OptionField>> FIELDS =
      new ClassValue<>() {
        @Override
        protected List<OptionField> computeValue(Class<?> options) {
          return Arrays.stream(options.getRecordComponents()).map(OptionField::of).toList();
        }
      };

  /** The components of a record, in its order. */
  static List<OptionField> of(Class<?> options) {
    return FIELDS.get(options);
  }

  /** The keys of a record and those it includes, in its order. */
  static List<OptionField> keys(Class<?> options) {
    List<OptionField> keys = new ArrayList<>();
    for (OptionField field : of(options)) {
      if (field.included) {
        keys.addAll(keys((Class<?>) field.type));
      } else {
        keys.add(field);
      }
    }
    return keys;
  }

  /** Whether the record stands for the whole YAML value rather than for a mapping. */
  static boolean isWholeValue(Class<?> options) {
    return options.isAnnotationPresent(WholeValue.class);
  }

  /** The words that may stand for such a record, as the rule of a value begins with them. */
  static List<String> words(Class<?> options) {
    WholeValue whole = options.getAnnotation(WholeValue.class);
    return whole == null ? List.of() : List.of(whole.words());
  }

  /** Whether such a record is a list, or text that means one. */
  static boolean isListOrText(Class<?> options) {
    return isWholeValue(options) && words(options).isEmpty() && TextForm.find(options) != null;
  }

  boolean isNamed(String name) {
    return letters(key).equalsIgnoreCase(letters(name));
  }

  private static OptionField of(RecordComponent component) {
    String name = Kebab.of(component.getName());
    if (component.isAnnotationPresent(Included.class)) {
      return new OptionField(name, component.getType(), "", "", Change.KEEPS, false, true);
    }
    Option option =
        Objects.requireNonNull(
            component.getAnnotation(Option.class), () -> component + " lacks @Option");
    boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    return new OptionField(
        name,
        component.getGenericType(),
        option.value(),
        option.byDefault(),
        option.change(),
        !nullable && option.byDefault().isEmpty(),
        false);
  }

  private static String letters(String name) {
    return name.replace("-", "").replace("_", "");
  }
}
