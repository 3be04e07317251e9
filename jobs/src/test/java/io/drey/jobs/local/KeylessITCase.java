// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Steps for which all events share one key, or each event is its own. */
@Timeout(120)
class KeylessITCase {
  private final TestingRun runs;

  KeylessITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @Test
  void limitsAllEventsTogether() throws Exception {
    runs.write("in", List.of("{\"t\":0,\"k\":1}", "{\"t\":1,\"k\":2}", "{\"t\":2}", "{\"t\":9}"));

    runs.run(pipeline("rate-limit: {limit: 2, per: 5ms}"));

    assertThat(runs.read("out"))
        .containsExactly("{\"t\":0,\"k\":1}", "{\"t\":1,\"k\":2}", "{\"t\":9}");
  }

  @Test
  void groupsAllEventsIntoSessions() throws Exception {
    runs.write("in", List.of("{\"t\":0,\"k\":1}", "{\"t\":4,\"k\":2}", "{\"t\":9,\"k\":1}"));

    runs.run(pipeline("sessionize: {gap: 4ms, collect: [k], copy: all}"));

    assertThat(runs.read("out"))
        .containsExactly(
            "{\"t\":0,\"k\":1,\"start\":\"1970-01-01T00:00:00.000Z\",\"end\":\"1970-01-01T00:00:00.004Z\","
                + "\"duration_ms\":4,\"event_count\":2,\"reason\":\"gap\",\"complete\":true,"
                + "\"events\":[{\"k\":1},{\"k\":2}]}",
            "{\"t\":9,\"k\":1,\"start\":\"1970-01-01T00:00:00.009Z\",\"end\":\"1970-01-01T00:00:00.009Z\","
                + "\"duration_ms\":0,\"event_count\":1,\"reason\":\"gap\",\"complete\":true,"
                + "\"events\":[{\"k\":1}]}");
  }

  @Test
  void passesEachWholeEventOnce() throws Exception {
    runs.write(
        "in",
        List.of(
            "{\"t\":0,\"k\":1}",
            "{ \"k\":1.0, \"t\":0 }",
            "{\"t\":0,\"k\":\"1\"}",
            "{\"t\":0}",
            "{\"t\":0,\"k\":null}",
            "{\"t\":0,\"k\":[{\"a\":1,\"b\":2}]}",
            "{\"t\":0,\"k\":[{\"b\":2,\"\\u0061\":1}]}",
            "{\"t\":0}"));

    runs.run(pipeline("deduplicate: {key: '*', ttl: 1s, count-field: repeats}"));

    assertThat(runs.read("out"))
        .containsExactlyInAnyOrder(
            "{\"t\":0,\"k\":1}",
            "{\"t\":0,\"k\":\"1\"}",
            "{\"t\":0}",
            "{\"t\":0,\"k\":null}",
            "{\"t\":0,\"k\":[{\"a\":1,\"b\":2}]}");
  }

  private static String pipeline(String step) {
    return """
        version: 1
        name: keyless
        sources:
          events:
            type: file
            path: "${var:DIR}/in"
            time: {field: t, unit: ms, out-of-orderness: 1s}
        steps: [{id: all, %s}]
        sinks: {out: {type: file, path: "${var:DIR}/out"}}
        settings: {parallelism: 2}
        """
        .formatted(step);
  }
}
