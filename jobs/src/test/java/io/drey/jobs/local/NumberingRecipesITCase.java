// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Recipes of sequence and count. */
@Timeout(120)
class NumberingRecipesITCase {
  private final TestingRun runs;

  NumberingRecipesITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @ParameterizedTest
  @EnumSource
  void numbersAllEventsInOrderOfArrival(LogOrigin origin) throws Exception {
    Path events = origin.recipe("simple_json", runs);
    List<String> lines = Files.readAllLines(events);

    runs.run(pipeline(events, "sequence: {}"));

    assertThat(runs.read("out"))
        .isEqualTo(
            IntStream.range(0, lines.size())
                .mapToObj(i -> lines.get(i).replaceFirst("}$", ",\"seq\":" + (i + 1) + "}"))
                .toList());
  }

  @ParameterizedTest
  @EnumSource
  void countsAllEventsInOrderOfArrival(LogOrigin origin) throws Exception {
    Path events = origin.recipe("simple_json", runs);
    List<String> lines = Files.readAllLines(events);

    runs.run(pipeline(events, "count: {}"));

    assertThat(runs.read("out"))
        .isEqualTo(
            IntStream.range(0, lines.size())
                .mapToObj(i -> "{\"count\":%d,\"event\":%s}".formatted(i + 1, lines.get(i)))
                .toList());
  }

  private static String pipeline(Path path, String step) {
    return """
    version: 1
    name: recipe
    sources: {events: {type: file, path: "%s"}}
    steps: [{id: numbered, %s}]
    sinks: {out: {type: file, path: "${var:DIR}/out"}}
    settings: {parallelism: 2}
    """
        .formatted(path, step);
  }
}
