// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.check;

import io.drey.jobs.yaml.Problems;
import io.drey.state.migration.Placed;
import io.drey.state.snapshot.registry.KeyHash;
import io.drey.state.snapshot.type.ValueType;

/** Checks what is to become of keys. */
final class KeyCheck {
  private KeyCheck() {}

  /** Keys get new key groups, for which their hash must be known. */
  static void regrouped(OperatorStates states, String operator, Placed<?> step, Problems problems) {
    ValueType key = states.key();
    if (key != null && KeyHash.of(key, states.keySnapshot()) == null) {
      problems.error(
          step.at(),
          step.path(),
          "Cannot group the keys of '%s' anew: only the job's classes know the hash of %s (--jar)"
              .formatted(operator, key.text()));
    }
  }
}
