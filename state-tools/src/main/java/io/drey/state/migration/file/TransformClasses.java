// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.file;

import io.drey.state.migration.Placed;
import io.drey.state.migration.UserClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the classes that a plan names. */
final class TransformClasses {
  private TransformClasses() {}

  /**
   * The class that the mapping of a key names; null if it has been reported.
   *
   * @param kind what it has to implement
   */
  static <T> @Nullable Placed<UserClass<T>> of(Section steps, String key, Class<T> kind) {
    Section transform = steps.keys(key, List.of("class"));
    if (transform == null) {
      return null;
    }
    if (!transform.has("class")) {
      transform.missing("class");
    }
    Placed<String> name = transform.text("class");
    if (name == null) {
      return null;
    }
    try {
      return name.with(UserClass.find(name.value(), kind));
    } catch (IllegalArgumentException e) {
      transform.problem(name.at(), String.valueOf(e.getMessage()));
      return null;
    }
  }
}
