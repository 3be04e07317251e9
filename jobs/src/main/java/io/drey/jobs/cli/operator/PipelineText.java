// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.operator;

import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.function.UserJars;
import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.PipelineFile;
import io.drey.jobs.yaml.ExternalValues;
import io.drey.jobs.yaml.Problem;
import java.util.HashMap;
import java.util.Map;

/** A pipeline file that is written line by line, from arguments. */
public final class PipelineText {
  private final StringBuilder text = new StringBuilder();
  private final Map<Integer, String> origins = new HashMap<>();
  private int lines;

  /** Adds a line that is the same for all arguments. */
  public PipelineText add(String line) {
    text.append(line).append('\n');
    lines++;
    return this;
  }

  /**
   * Adds a line with the value of an argument.
   *
   * @param origin the argument, as messages name it
   */
  public PipelineText add(String key, String value, String origin) {
    add(key + ": " + value);
    origins.put(lines, origin);
    return this;
  }

  /**
   * Loads it, and reports its errors in the words of the command line.
   *
   * @param name of the command, and of the operator that it runs
   */
  public Loaded load(String name, UserJars jars, Terminal terminal) {
    ExternalValues outside = ExternalValues.process(Map.of());
    Loaded loaded = jars.within(() -> PipelineFile.parse(name, toString(), outside));
    if (loaded.pipeline() == null) {
      loaded.problems().stream()
          .filter(Problem::isError)
          .forEach(problem -> terminal.error(told(problem, name)));
    }
    return loaded;
  }

  private String told(Problem problem, String name) {
    String origin = origins.get(problem.at().line());
    String where = origin == null ? "" : origin + ": ";
    String message =
        problem
            .message()
            .replace(name + ".", "")
            .replace("source 'input' has no 'time'", "there is no --time")
            .replace("'time: processing'", "'--time processing'");
    return where + message + " (see drey " + name + " --help)";
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
