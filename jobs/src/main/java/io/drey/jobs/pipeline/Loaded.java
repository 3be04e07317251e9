// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import io.drey.jobs.yaml.Problem;
import io.drey.jobs.yaml.Secrets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of loading a pipeline file.
 *
 * @param pipeline null if there is an error among the problems
 * @param wiring null if the pipeline is
 * @param problems all errors and warnings, in the order of the file
 * @param secrets masks the secrets of the pipeline in output
 */
public record Loaded(
    @Nullable Pipeline pipeline, @Nullable Wiring wiring, List<Problem> problems, Secrets secrets) {

  public boolean hasErrors() {
    return problems.stream().anyMatch(Problem::isError);
  }

  public boolean hasWarnings() {
    return problems.stream().anyMatch(problem -> !problem.isError());
  }
}
