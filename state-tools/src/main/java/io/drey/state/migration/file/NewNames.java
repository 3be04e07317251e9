// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.file;

import io.drey.state.migration.Placed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks that things are renamed to different names, and not to their own. */
record NewNames(Section section) {
  <T> void check(
      List<T> changes,
      Function<T, Placed<String>> oldName,
      Function<T, @Nullable Placed<String>> newName) {
    Map<String, String> taken = new HashMap<>();
    for (T change : changes) {
      Placed<String> to = newName.apply(change);
      if (to == null) {
        continue;
      }
      String name = oldName.apply(change).value();
      String other = taken.putIfAbsent(to.value(), name);
      if (to.value().equals(name)) {
        problem(to, "Invalid rename-to: '" + name + "' is the name already");
      } else if (other != null) {
        problem(to, "Invalid rename-to: '" + other + "' is renamed to '" + to.value() + "', too");
      }
    }
  }

  private void problem(Placed<String> to, String message) {
    section.problems().error(to.at(), to.path(), message);
  }
}
