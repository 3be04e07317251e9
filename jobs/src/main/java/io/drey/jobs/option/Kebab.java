// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.option;

import java.util.Locale;

/** Java names as pipeline files write them. */
final class Kebab {
  private Kebab() {}

  /**
   * {@code out-of-orderness} for a component {@code outOfOrderness}; {@code class} for {@code
   * class_}, since {@code class} is a Java keyword.
   */
  static String of(String component) {
    StringBuilder key = new StringBuilder(component.length() + 4);
    component
        .chars()
        .filter(c -> c != '_')
        .forEach(
            c -> {
              if (Character.isUpperCase(c)) {
                key.append('-');
              }
              key.append((char) Character.toLowerCase(c));
            });
    return key.toString();
  }

  /** {@code event-time} for a constant {@code EVENT_TIME}. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
