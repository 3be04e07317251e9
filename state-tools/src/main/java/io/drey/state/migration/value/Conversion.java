// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.value;

import io.drey.state.snapshot.value.UnfitValueException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a new value of an old one, both as in JSON. */
@FunctionalInterface
public interface Conversion {
  /** Leaves values as they are. */
  Conversion NONE = value -> value;

  /**
   * The new value.
   *
   * @throws UnfitValueException if there is none
   */
  @Nullable Object of(@Nullable Object value);

  /** The conversion of lists whose elements are converted. */
  static Conversion ofElements(Conversion element) {
    return element == NONE ? NONE : value -> elements(value, element);
  }

  private static @Nullable Object elements(@Nullable Object value, Conversion element) {
    if (!(value instanceof List<?> list)) {
      return value;
    }
    List<@Nullable Object> converted = new ArrayList<>(list.size());
    for (Object each : list) {
      converted.add(part(each, element, converted.size()));
    }
    return converted;
  }

  /** The conversion of maps, by name or as entries, whose values are converted. */
  static Conversion ofMapValues(Conversion inner) {
    return inner == NONE ? NONE : value -> mapValues(value, inner);
  }

  private static @Nullable Object mapValues(@Nullable Object value, Conversion inner) {
    if (value instanceof Map<?, ?> map) {
      Map<@Nullable Object, @Nullable Object> converted = new LinkedHashMap<>();
      map.forEach((name, member) -> converted.put(name, part(member, inner, name)));
      return converted;
    }
    return elements(value, entry -> entry(entry, inner));
  }

  /** Converts a part that has a number or a key. */
  private static @Nullable Object part(
      @Nullable Object value, Conversion conversion, @Nullable Object key) {
    try {
      return conversion.of(value);
    } catch (UnfitValueException e) {
      throw e.within("[" + key + "]");
    }
  }

  private static @Nullable Object entry(@Nullable Object entry, Conversion inner) {
    if (!(entry instanceof Map<?, ?> members)) {
      return entry;
    }
    Map<@Nullable Object, @Nullable Object> converted = new LinkedHashMap<>(members);
    converted.computeIfPresent("value", (name, value) -> inner.of(value));
    return converted;
  }
}
