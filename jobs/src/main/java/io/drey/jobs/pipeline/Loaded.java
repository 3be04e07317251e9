package io.drey.jobs.pipeline;

import io.drey.jobs.yaml.Problem;
import io.drey.jobs.yaml.Secrets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a pipeline file.
 *
 * @param pipeline null if there is an error among the problems
 * @param wiring null likewise
 * @param problems all errors and warnings, in the order of the file
 * @param secrets masks what must not be shown of the pipeline
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
