// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Drey's own operators keep, as it is shown to a person; {@code -Ddrey.write=true} renews it.
 */
class DreysOperatorsITCase {
  private static final List<String> OPERATORS =
      List.of(
          "first",
          "latest",
          "sorted-order",
          "pair",
          "visits",
          "batches",
          "connection",
          "load",
          "sliding",
          "runs",
          "passing",
          "in-window",
          "with-token",
          "with-own-limit",
          "numbered",
          "counted",
          "lost",
          "history",
          "tally",
          "recent",
          "store",
          "sorted-store-order");

  private static final Path RESOURCES =
      Path.of(System.getProperty("drey.root"), "state-tools/src/test/resources/operators");

  private final Path directory;

  DreysOperatorsITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void showsWhatEachOfThemKeeps() throws IOException {
    Path savepoint = savepoint();
    List<String> rows = new ArrayList<>();
    for (String operator : OPERATORS) {
      rows.addAll(
          execute("state", "read", savepoint.toString(), "--operator", operator)
              .lines()
              .sorted()
              .toList());
    }
    Path expected = RESOURCES.resolve("expected.jsonl");
    if (Boolean.getBoolean("drey.write")) {
      Files.write(expected, rows);
    }

    assertThat(rows).containsExactlyElementsOf(Files.readAllLines(expected));
  }

  private Path savepoint() throws IOException {
    Path target = directory.resolve("savepoints");
    execute(
        "run",
        RESOURCES.resolve("pipeline.yaml").toString(),
        "--quiet",
        "--set",
        "DIRECTORY=" + RESOURCES,
        "--keep-open",
        "--savepoint",
        target.toString());
    try (Stream<Path> savepoints = Files.list(target)) {
      return savepoints.findFirst().orElseThrow();
    }
  }

  private static String execute(String... arguments) {
    TestingDrey drey = new TestingDrey();
    assertThat(drey.run(arguments)).as(drey.err()).isZero();
    return drey.out();
  }
}
