// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The fields that rate-limit adds, and where events with them go. */
@Timeout(120)
class RateLimitFieldsITCase {
  private final TestingRun runs;

  RateLimitFieldsITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @BeforeEach
  void writesThreeEventsOfAKey() throws Exception {
    runs.write("in", List.of("{\"k\":1,\"n\":\"x\"}", "{\"k\":1.0}", "{\"k\":1}", "{\"k\":null}"));
  }

  @Test
  void marksAllEventsInTheMainOutput() throws Exception {
    runs.run(pipeline("{key: k, limit: 2, mark: limited}"));

    assertThat(runs.read("out"))
        .containsExactly(
            "{\"k\":1,\"n\":\"x\",\"limited\":false}",
            "{\"k\":1.0,\"limited\":false}",
            "{\"k\":1,\"limited\":true}");
    assertThat(runs.read("limited")).isEmpty();
  }

  @Test
  void numbersEventsInBothOutputs() throws Exception {
    runs.run(pipeline("{key: k, limit: 2, number: n}"));

    assertThat(runs.read("out")).containsExactly("{\"k\":1,\"n\":1}", "{\"k\":1.0,\"n\":2}");
    assertThat(runs.read("limited")).containsExactly("{\"k\":1,\"n\":3}");
  }

  @Test
  void marksAndNumbers() throws Exception {
    RunReport report = runs.run(pipeline("{key: k, limit: 2, number: n, mark: limited}"));

    assertThat(runs.read("out"))
        .containsExactly(
            "{\"k\":1,\"n\":1,\"limited\":false}",
            "{\"k\":1.0,\"limited\":false,\"n\":2}",
            "{\"k\":1,\"limited\":true,\"n\":3}");
    assertThat(report.counts().sum("step", "few", "invalidEvents")).isEqualTo(1);
  }

  private static String pipeline(String options) {
    return """
        version: 1
        name: fields
        sources: {events: {type: file, path: "${var:DIR}/in"}}
        steps: [{id: few, rate-limit: %s}]
        sinks:
          out: {type: file, path: "${var:DIR}/out"}
          rest: {type: file, path: "${var:DIR}/limited", from: few.limited}
        """
        .formatted(options);
  }
}
