// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a session has of the event that opened it. */
@Timeout(120)
class SessionizeITCase {
  private static final List<String> OPENING =
      List.of(
          "{\"at\":\"2024-01-01T00:00:00Z\",\"user\":{\"id\":1},\"ip\":\"a\",\"end\":\"x\"}",
          "{\"at\":\"2024-01-01T00:00:01Z\",\"user\":{\"id\":1},\"ip\":\"b\"}");
  private static final String SESSION =
      "\"start\":\"2024-01-01T00:00:00.000Z\",\"end\":\"2024-01-01T00:00:02.000Z\","
          + "\"duration_ms\":2000,\"event_count\":3,\"reason\":\"gap\",\"complete\":true}";

  private final TestingRun runs;

  SessionizeITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @Test
  void copiesAllOfTheOpeningEventWhereverItIsStopped() throws Exception {
    runs.write("in/1", OPENING);
    String savepoint = runs.keepOpen(pipeline("all"));
    runs.write("in/2", List.of("{\"at\":\"2024-01-01T00:00:02Z\",\"user\":{\"id\":1}}"));

    runs.continueFrom(savepoint, pipeline("all"));

    assertThat(runs.read("out"))
        .containsExactly(
            "{\"user.id\":1,\"at\":\"2024-01-01T00:00:00Z\",\"user\":{\"id\":1},\"ip\":\"a\","
                + SESSION);
  }

  @Test
  void copiesSomeFields() throws Exception {
    runs.write("in/1", OPENING);
    runs.write("in/2", List.of("{\"at\":\"2024-01-01T00:00:02Z\",\"user\":{\"id\":1}}"));

    runs.run(pipeline("[ip, user.id]"));

    assertThat(runs.read("out")).containsExactly("{\"user.id\":1,\"ip\":\"a\"," + SESSION);
  }

  private static String pipeline(String copy) {
    return """
        version: 1
        name: sessions
        sources: {in: {type: file, path: "${var:DIR}/in", time: {field: at}}}
        steps:
          - id: sessions
            sessionize: {key: user.id, gap: 10s, collect: none, copy: %s}
        sinks: {out: {type: file, path: "${var:DIR}/out"}}
        """
        .formatted(copy);
  }
}
