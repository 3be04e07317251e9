// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.function.TestingFunctions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Unique values per key in a log. */
@Timeout(120)
class StatefulRealDataITCase {
  private final TestingRun runs;

  StatefulRealDataITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MADE | {parallelism: 1}",
        "MADE | {parallelism: 4}",
        "MADE | {parallelism: 2, state-backend: rocksdb}",
        "REAL | {parallelism: 1}",
        "REAL | {parallelism: 4}",
        "REAL | {parallelism: 2, state-backend: rocksdb}"
      })
  void countsThePathsOfEachClient(LogOrigin origin, String settings) throws Exception {
    RealLog log = origin.log("web-access", runs);
    List<String> lines = log.lines();

    runs.run(
        """
        version: 1
        name: real
        sources: {log: {type: file, path: "%s", time: {field: timestamp, out-of-orderness: 60s}}}
        steps:
          - id: unique
            stateful:
              class: %s$CountValues
              key: client
              ttl: 365d
              options: {field: path}
        sinks:
          out: {type: file, path: "${var:DIR}/out"}
          again: {type: file, path: "${var:DIR}/again", from: unique.repeated}
        settings: %s
        """
            .formatted(log.path(), TestingFunctions.class.getName(), settings));

    List<String> expected = uniquePaths(lines);
    assertThat(runs.read("out")).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(runs.read("again")).hasSize(lines.size() - expected.size());
  }

  private static List<String> uniquePaths(List<String> lines) {
    Map<String, Set<String>> seen = new HashMap<>();
    List<String> unique = new ArrayList<>();
    for (String line : lines) {
      Set<String> paths =
          seen.computeIfAbsent(RealLog.field(line, "client"), unused -> new HashSet<>());
      if (paths.add(RealLog.field(line, "path"))) {
        unique.add(line.substring(0, line.length() - 1) + ",\"unique\":" + paths.size() + "}");
      }
    }
    return unique;
  }
}
