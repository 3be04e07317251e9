// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.operator;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A pipeline file that is written line by line, from arguments. */
final class PipelineText {
  private final StringBuilder text = new StringBuilder();
  private final Map<Integer, String> origins = new HashMap<>();
  private int lines;

  /** Adds a line that is the same for all arguments. */
  PipelineText add(String line) {
    text.append(line).append('\n');
    lines++;
    return this;
  }

  /**
   * Adds a line with the value of an argument.
   *
   * @param origin the argument, as messages name it
   */
  PipelineText add(String key, String value, String origin) {
    add(key + ": " + value);
    origins.put(lines, origin);
    return this;
  }

  /** The argument that a line is from; null if it is from none. */
  @Nullable String origin(int line) {
    return origins.get(line);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
