// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import io.drey.jobs.option.InvalidOptionsException;
import io.drey.jobs.option.OptionProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The Flink options of a pipeline file, which Flink reads when a job is built. */
final class FlinkOptions {
  private FlinkOptions() {}

  /**
   * Checks each option on its own.
   *
   * @throws InvalidOptionsException if Flink cannot read one
   */
  static void check(Map<String, String> options) {
    List<OptionProblem> problems = new ArrayList<>();
    options.forEach(
        (key, value) -> {
          try {
            StreamExecutionEnvironment unused =
                new StreamExecutionEnvironment(Configuration.fromMap(Map.of(key, value)));
          } catch (RuntimeException e) { // of any kind
            String message = "Invalid " + key + ": must suit Flink but was '" + value + "'";
            problems.add(new OptionProblem(List.of("flink", key), message));
          }
        });
    if (!problems.isEmpty()) {
      throw new InvalidOptionsException(problems, null);
    }
  }
}
