// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.yaml.ExternalValues;
import io.drey.jobs.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OriginChecksTest {
  private static final String COUNT = "{id: c, count: {key: k}}";

  @Test
  void knowsTheOriginBehindStatelessSteps() {
    assertThat(
            errors(
                "{id: f, from: [a, b.malformed], filter: event.x}",
                "{id: s, from: [f, f.rejected, f.invalid], set: {x: event.y}}",
                "{id: l, select: [x]}",
                "{id: d, drop-fields: [y]}",
                "{id: m, from: [d, b], script: {key: k, event: event.m = meta}}"))
        .isEmpty();
  }

  @Test
  void hasLostItBehindAnyOtherStep() {
    assertThat(errors(COUNT, script("c", "event.m = meta.time")))
        .containsExactly("t:4:88: steps[1] (script): " + message("c", "count"));
    assertThat(errors(COUNT, script("a, c", "event.m = meta.time"))).hasSize(1);
    assertThat(errors(COUNT, "{id: f, filter: event.x}", script("f", "event.m = meta.time")))
        .hasSize(1);
    assertThat(
            errors(script("a", "event.m = meta.time"), "{id: n, script: {event: 'var m = meta'}}"))
        .containsExactly("t:4:108: steps[1] (script): " + message("m", "script"));
  }

  @Test
  void saysWhereInTheFileOfTheScript(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("x.jexl");
    Files.writeString(file, "event.n = 1\nevent.m = meta.time\n");

    assertThat(errors(COUNT, "{id: m, script: {event: {file: \"%s\"}}}".formatted(file)))
        .containsExactly("t:4:66: steps[1] (script): " + file + ":2:11: " + message("c", "count"));
    assertThat(errors(COUNT, "{id: m, script: {event: \"file:%s\"}}".formatted(file)))
        .containsExactly("t:4:59: steps[1] (script): " + file + ":2:11: " + message("c", "count"));
  }

  private static String script(String from, String event) {
    return "{id: m, from: [%s], script: {key: k, event: %s}}".formatted(from, event);
  }

  private static String message(String id, String type) {
    return "Cannot read meta: step '%s' (%s) is between source and script, where only filter, set, select and drop-fields may be (a script before '%s' can keep it: event.position = meta.position)"
        .formatted(id, type, id);
  }

  private static List<String> errors(String... steps) {
    String text =
        "version: 1\n"
            + "sources: {a: {type: stdin}, b: {type: generate, count: 1, fields: {k: sequence(1)}}}\n"
            + "sinks: {out: {type: discard}}\n"
            + "steps: ["
            + String.join(", ", steps)
            + "]\n";
    Loaded loaded = PipelineFile.parse("t", text, new ExternalValues(name -> null, Map.of()));
    return loaded.problems().stream()
        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
        .map(Problem::toString)
        .toList();
  }
}
