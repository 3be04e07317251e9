// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.value;

import io.drey.state.snapshot.type.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Converts objects by their class.
 *
 * @param itself the conversion of objects of the class itself
 * @param subclasses that of objects of subclasses, by the old names
 */
record SubclassConversion(Conversion itself, Map<String, Subclass> subclasses)
    implements Conversion {
  private static final String CLASS = "$class";

  /** A subclass as it is afterwards. */
  record Subclass(String name, Conversion conversion) {}

  static Conversion of(
      Conversion itself, List<Field> old, List<Changed> changed, ClassNames names) {
    Map<String, Subclass> subclasses = new LinkedHashMap<>();
    boolean isChange = itself != Conversion.NONE;
    for (int i = 0; i < old.size(); i++) {
      String name = old.get(i).name();
      Conversion conversion = changed.get(i).conversion();
      isChange |= conversion != Conversion.NONE || !names.of(name).equals(name);
      subclasses.put(name, new Subclass(names.of(name), conversion));
    }
    if (!isChange) {
      return Conversion.NONE;
    }
    return subclasses.isEmpty() ? itself : new SubclassConversion(itself, subclasses);
  }

  @Override
  public @Nullable Object of(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> members)) {
      return value;
    }
    Object name = members.get(CLASS);
    Subclass subclass = name == null ? null : subclasses.get(name.toString());
    if (subclass == null) {
      return itself.of(value);
    }
    Object converted = subclass.conversion.of(value);
    if (subclass.name.equals(name) || !(converted instanceof Map<?, ?> result)) {
      return converted;
    }
    Map<@Nullable Object, @Nullable Object> named = new LinkedHashMap<>(result);
    named.put(CLASS, subclass.name);
    return named;
  }

  /** The names of classes afterwards. */
  @FunctionalInterface
  interface ClassNames {
    ClassNames SAME = name -> name;

    String of(String name);
  }
}
