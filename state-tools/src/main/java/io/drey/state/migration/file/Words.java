// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.file;

import io.drey.jobs.yaml.Unknown;
import io.drey.jobs.yaml.YamlScalar;
import io.drey.jobs.yaml.YamlValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads words of which a few are allowed. */
final class Words {
  private Words() {}

  /** The word of a key; null if there is none, or it has been reported. */
  static <E extends Enum<E>> @Nullable E of(Section section, String key, Class<E> type) {
    YamlValue value = section.find(key);
    if (value == null) {
      return null;
    }
    List<String> known = Arrays.stream(type.getEnumConstants()).map(Words::text).toList();
    if (value instanceof YamlScalar scalar && !scalar.isNull()) {
      for (E constant : type.getEnumConstants()) {
        if (text(constant).equals(scalar.text())) {
          return constant;
        }
      }
      section.problem(value.at(), Unknown.message(key, scalar.text(), known));
    } else {
      section.reject(key, "one of " + String.join(", ", known), value);
    }
    return null;
  }

  private static String text(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
