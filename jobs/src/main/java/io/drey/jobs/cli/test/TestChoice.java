// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.test;

import io.drey.jobs.test.PipelineTest;
import io.drey.jobs.test.TestFile;
import java.util.List;

/**
 * Which tests are run, and what is printed of them.
 *
 * @param names parts of the names of tests; all tests are run if there are none
 */
public record TestChoice(List<String> names, TestReport.Detail detail) {
  /** Chooses tests. */
  public static TestChoice of(List<String> names, boolean quiet, boolean verbose) {
    TestReport.Detail ofAll = verbose ? TestReport.Detail.TESTS : TestReport.Detail.FILES;
    return new TestChoice(names, quiet ? TestReport.Detail.NOTHING : ofAll);
  }

  List<PipelineTest> of(TestFile file) {
    return file.tests().stream()
        .filter(test -> names.isEmpty() || names.stream().anyMatch(test.name()::contains))
        .toList();
  }
}
