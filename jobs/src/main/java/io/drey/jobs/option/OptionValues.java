// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.option;

import io.drey.jobs.text.DurationText;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of options as texts that stay the same from version to version. */
public final class OptionValues {
  private static final String NONE = "none";

  private OptionValues() {}

  /** The values of those options, by key, whose change has an effect on state. */
  public static Map<String, String> of(Record options, Change effect) {
    Map<String, String> values = new LinkedHashMap<>();
    RecordComponent[] components = options.getClass().getRecordComponents();
    List<OptionField> fields = OptionField.of(options.getClass());
    for (int i = 0; i < components.length; i++) {
      if (fields.get(i).change() == effect) {
        values.put(fields.get(i).key(), text(value(components[i], options)));
      }
    }
    return values;
  }

  private static @Nullable Object value(RecordComponent component, Record options) {
    try {
      return component.getAccessor().invoke(options);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read " + component, e);
    }
  }

  private static String text(@Nullable Object value) {
    if (value == null) {
      return NONE;
    }
    if (value instanceof Duration duration) {
      return DurationText.of(duration);
    }
    return value instanceof Enum<?> word ? Kebab.of(word) : value.toString();
  }
}
