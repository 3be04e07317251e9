// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.test;

import io.drey.jobs.test.PipelineTest;
import io.drey.jobs.test.TestFile;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which tests are run, and what becomes of their outcomes.
 *
 * @param names parts of the names of tests; all tests are run if there are none
 * @param updates whether what came is written as expectation
 * @param junit the file for a report in JUnit's XML; null for none
 */
public record TestChoice(
    List<String> names, TestReport.Detail detail, boolean updates, @Nullable Path junit) {

  List<PipelineTest> of(TestFile file) {
    return file.tests().stream()
        .filter(test -> names.isEmpty() || names.stream().anyMatch(test.name()::contains))
        .toList();
  }
}
