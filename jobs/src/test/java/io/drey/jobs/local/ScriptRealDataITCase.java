// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the clients of a web log have asked for so far, line by line. */
@Timeout(180)
class ScriptRealDataITCase {
  private static final String PIPELINE =
      """
      version: 1
      name: real
      sources: {log: {type: file, path: "%s"}}
      steps:
        - id: so-far
          script:
            key: client
            event: |
              event.requests = ++state.requests
              event.total = state.total += event.bytes ?? 0
              if (!state.contains('methods')) state.methods = []
              if (!state.methods.contains(event.method)) {
                state.methods.add(event.method)
                state.methods.sort()
              }
              event.methods = state.methods
      sinks: {out: {type: file, path: "${var:DIR}/out", mode: overwrite}}
      settings: {parallelism: %d}
      """;

  private final TestingRun runs;

  ScriptRealDataITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @ParameterizedTest
  @EnumSource
  void sumsUpWhatEachClientHasAskedFor(LogOrigin origin) throws Exception {
    RealLog log = origin.log("web-access", runs);
    List<String> expected = soFar(log.lines());

    for (int parallelism : new int[] {1, 4}) {
      runs.run(PIPELINE.formatted(log.path(), parallelism));

      assertThat(runs.read("out"))
          .as("parallelism %s", parallelism)
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private static List<String> soFar(List<String> lines) {
    Map<String, Integer> requests = new HashMap<>();
    Map<String, Long> totals = new HashMap<>();
    Map<String, TreeSet<String>> methods = new HashMap<>();
    List<String> expected = new ArrayList<>();
    for (String line : lines) {
      String client = RealLog.field(line, "client");
      methods
          .computeIfAbsent(client, unused -> new TreeSet<>())
          .add('"' + RealLog.field(line, "method") + '"');
      expected.add(
          line.substring(0, line.length() - 1)
              + ",\"requests\":%d,\"total\":%d,\"methods\":[%s]}"
                  .formatted(
                      requests.merge(client, 1, Integer::sum),
                      totals.merge(client, bytes(line), Long::sum),
                      String.join(",", methods.get(client))));
    }
    return expected;
  }

  private static long bytes(String line) {
    return line.matches(".*\"bytes\":\\d.*")
        ? Long.parseLong(line.replaceAll(".*\"bytes\":(\\d+).*", "$1"))
        : 0;
  }
}
