// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format;

import io.drey.jobs.option.Option;
import io.drey.jobs.option.WholeValue;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names of the columns where no header line has them: {@code [a, b]}, or {@code false}.
 *
 * @param names empty if the columns are numbered
 */
@WholeValue(words = "false")
public record HeaderOption(@Option("the names of the columns") List<String> names)
    implements Serializable {
  public HeaderOption {
    names = List.copyOf(names);
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (name.isEmpty() || !seen.add(name)) {
        throw new IllegalArgumentException(
            "Invalid header: must have different names that are not empty but was " + names);
      }
    }
  }

  /** Parses the word {@code false}. */
  public static HeaderOption parse(String word) {
    if (!word.equals("false")) {
      throw new IllegalArgumentException(
          "Invalid header: must be false or a list but was '" + word + "'");
    }
    return new HeaderOption(List.of());
  }
}
