// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.test;

import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.yaml.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file with tests of a pipeline.
 *
 * @param pipeline null if the file does not lead to one
 * @param tests none if there is an error among the problems
 * @param problems of both files, in their order
 * @param read all files whose content decides on the tests
 */
public record TestFile(
    Path path,
    @Nullable Loaded pipeline,
    List<PipelineTest> tests,
    List<Problem> problems,
    Set<Path> read) {

  public boolean hasErrors() {
    return problems.stream().anyMatch(Problem::isError);
  }
}
