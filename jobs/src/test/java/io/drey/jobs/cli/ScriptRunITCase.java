// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a script does to the run that it is part of. */
@Timeout(180)
class ScriptRunITCase {
  private static final String PIPELINE =
      """
      version: 1
      name: scripted
      sources: {in: {type: file, path: "%s/in*"%s}}
      steps:
        - id: s
          script:
            %s
      sinks: {out: {type: stdout}}
      """;

  private final Path directory;

  ScriptRunITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  private TestingDrey.Ended run(String source, String script) throws Exception {
    Files.write(
        directory.resolve("in"),
        IntStream.rangeClosed(1, 20_000)
            .mapToObj(n -> "{\"n\":" + n + ",\"k\":" + n % 3 + "}")
            .toList());
    Path pipeline = directory.resolve("p.yaml");
    Files.writeString(pipeline, PIPELINE.formatted(directory, source, script));
    return TestingDrey.run(directory, "run", pipeline.toString());
  }

  @Test
  void stopsCleanlyThoughTheInputGoesOn() throws Exception {
    TestingDrey.Ended ended =
        run(
            ", follow: true",
            "{event: \"event.c = ++state.c; if (state.c == 5) stop(`enough: ${event.n}`)\","
                + " end: \"emit({'all': state.c})\"}");

    assertThat(ended.err()).contains("stopped by step 's': enough: 5\n");
    assertThat(ended.exit()).isZero();
    assertThat(ended.lines())
        .hasSize(6)
        .startsWith("{\"n\":1,\"k\":1,\"c\":1}")
        .endsWith("{\"n\":5,\"k\":2,\"c\":5}", "{\"all\":5}");
  }

  @Test
  void tellsWhatItHasSkippedAndLogged() throws Exception {
    TestingDrey.Ended ended =
        run("", "{key: k, event: \"event.x = event.n + 'a'; log(`n=${event.n}`); drop()\"}");

    assertThat(ended.exit()).isZero();
    List<String> logged =
        ended.err().lines().filter(line -> line.startsWith("step 's': ")).toList();
    assertThat(logged)
        .hasSize(101)
        .startsWith("step 's': n=1", "step 's': n=2")
        .endsWith("step 's': n=100", "step 's': no more than 100 lines are shown");
    assertThat(ended.err())
        .contains(
            "step 's': 20,000 sums of a number and a text gave null (number(…) makes a number of"
                + " the text; text + number is a text)");
  }
}
