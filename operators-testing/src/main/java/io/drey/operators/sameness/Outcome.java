// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sameness;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run came to.
 *
 * @param records {@code output value @ time}, in the order of emission
 * @param timers left at the end of input
 * @param stateEntries left at the end of input; 0 where that does not matter
 */
record Outcome(List<String> records, int timers, int stateEntries) {
  /** What should not be left, as a line; null if nothing is. */
  @Nullable String leftovers() {
    if (timers > 0) {
      return "timers left at the end of input: %d\n".formatted(timers);
    }
    return stateEntries > 0
        ? "entries of state left at the end of input: %d\n".formatted(stateEntries)
        : null;
  }

  /** What is wrong with it beside an outcome that is expected, as lines; null if nothing is. */
  @Nullable String mismatch(Outcome expected) {
    Difference difference = Difference.between(expected.records, records);
    return difference.isNone() ? leftovers() : difference.toString();
  }
}
