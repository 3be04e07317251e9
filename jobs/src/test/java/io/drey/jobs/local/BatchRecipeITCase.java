// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The recipe of batches of four, without a time. */
@Timeout(120)
class BatchRecipeITCase {
  private final TestingRun runs;

  BatchRecipeITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @ParameterizedTest
  @EnumSource
  void makesBatchesOfFourAndTheRestAtAnyParallelism(LogOrigin origin) throws Exception {
    Path events = origin.recipe("user-events", runs);
    List<String> lines = Files.readAllLines(events);

    runs.run(
        """
        version: 1
        name: recipe
        sources: {events: {type: file, path: "%s"}}
        steps: [{id: by-four, batch: {size: 4}}]
        sinks: {out: {type: file, path: "${var:DIR}/out"}}
        settings: {parallelism: 2}
        """
            .formatted(events));

    assertThat(runs.read("out"))
        .containsExactly(
            batch(lines.subList(0, 4)),
            batch(lines.subList(4, 8)),
            batch(lines.subList(8, lines.size())));
  }

  private static String batch(List<String> lines) {
    return "{\"count\":%d,\"events\":[%s]}".formatted(lines.size(), String.join(",", lines));
  }
}
