// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.local.TestingCounts;
import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.PipelineFile;
import io.drey.jobs.yaml.ExternalValues;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private static final Pipeline PIPELINE =
      pipeline(
          """
          version: 1
          name: p
          sources: {in: {type: stdin, time: {field: t}}}
          steps:
            - {id: a, deduplicate: {key: k, ttl: 1s}}
            - {id: f, filter: event.k}
            - {id: b, deduplicate: {key: k, ttl: 1s}}
          sinks: {out: {type: discard}}
          """);

  private final TestingCounts counts =
      new TestingCounts()
          .step("a", "stateKeys", 5)
          .step("a", "stateEntries", 5)
          .step("a", "stateBytes", 600)
          .step("b", "stateKeys", 1_234_567)
          .step("b", "stateEntries", 1_234_567)
          .step("b", "stateBytes", 240 << 20);

  @Test
  void showsTheStateOfStepsTheLargestFirst() {
    assertThat(line(100, true))
        .isEqualTo("p: 0 events, 0/s; b: 1,234,567 keys, about 240 MiB; a: 5 keys, about 0.6 KiB");
  }

  @Test
  void comesAgainBelowLinesThatArePrintedAboveIt() {
    StringWriter err = new StringWriter();
    PrintWriter to = new PrintWriter(err);

    try (ProgressLine progress =
        new ProgressLine(new Terminal(to, to, false, true, 80, true), PIPELINE, false)) {
      progress.printAbove(List.of("one", "two"));
    }

    assertThat(err).hasToString("\r\u001b[Kone\ntwo\n\r\u001b[K\r\u001b[K");
  }

  @Test
  void showsWhatFitsTheTerminal() {
    String all = line(100, true);

    assertThat(line(all.length() + 1, true)).isEqualTo(all);
    assertThat(line(all.length(), true))
        .isEqualTo("p: 0 events, 0/s; b: 1,234,567 keys, about 240 MiB");
    assertThat(line(43, true)).isEqualTo("p: 0 events, 0/s; a: 5 keys, about 0.6 KiB");
    assertThat(line(42, true)).isEqualTo("p: 0 events, 0/s");
  }

  @Test
  void showsNoStateUnasked() {
    assertThat(line(100, false)).isEqualTo("p: 0 events, 0/s");
  }

  private String line(int columns, boolean showsState) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Terminal terminal = new Terminal(nowhere, nowhere, true, true, columns, false);
    return new ProgressLine(terminal, PIPELINE, showsState)
        .text(counts.counts(), Duration.ofSeconds(1));
  }

  private static Pipeline pipeline(String file) {
    Loaded loaded = PipelineFile.parse("p", file, new ExternalValues(name -> null, Map.of()));
    return Objects.requireNonNull(loaded.pipeline(), loaded.problems()::toString);
  }
}
