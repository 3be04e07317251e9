// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.state.snapshot.metadata.KeyGroups;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Key groups as they are given: one, or the first and the last of several. */
final class KeyGroupRange {
  private static final Pattern FORM = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");

  private KeyGroupRange() {}

  /**
   * Parses them.
   *
   * @throws IllegalArgumentException if there are no such key groups below the max parallelism
   */
  static KeyGroups parse(String text, int maxParallelism) {
    Matcher form = FORM.matcher(text);
    if (form.matches()) {
      int first = Integer.parseInt(form.group(1));
      int last = form.group(2) == null ? first : Integer.parseInt(form.group(2));
      if (first <= last && last < maxParallelism) {
        return new KeyGroups(first, last - first + 1);
      }
    }
    throw new IllegalArgumentException(
        "Invalid --key-groups: must be FIRST or FIRST-LAST, from 0 to %d, but was '%s'"
            .formatted(maxParallelism - 1, text));
  }
}
