// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunStartTest {
  @ParameterizedTest
  @ValueSource(strings = {"run a.yaml", "run -q a.yaml --input b.jsonl", "run --set X=1 a.yaml"})
  void beginsEarlyForAPlainRun(String arguments) {
    assertThat(isPlainRun(arguments)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "run --help",
        "run a.yaml -v",
        "run -qv a.yaml",
        "run a.yaml --cluster",
        "run a.yaml --savepoint out",
        "run a.yaml --jar=a.jar",
        "validate a.yaml"
      })
  void waitsForTheParserWhereOptionsMayAskForSomethingElse(String arguments) {
    assertThat(isPlainRun(arguments)).isFalse();
  }

  private static boolean isPlainRun(String arguments) {
    return RunStart.isPlainRun(List.of(arguments.split(" ", -1)));
  }
}
