// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.jobs.sink.discard.DiscardSink;
import io.drey.jobs.source.Source;
import io.drey.jobs.source.file.FileSource;
import io.drey.jobs.source.format.FormatOptions;
import io.drey.jobs.source.format.InputFormat;
import io.drey.jobs.source.live.StdinSource;
import io.drey.jobs.step.DeduplicateStep;
import io.drey.jobs.step.Order;
import io.drey.jobs.yaml.ExternalValues;
import io.drey.jobs.yaml.Position;
import io.drey.jobs.yaml.Problem;
import io.drey.operators.deduplicate.Keep;
import io.drey.operators.event.KeyPaths;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineFileTest {
  private static final String SMALL =
      """
      version: 1
      sources:
        in: {type: file, path: in.jsonl, time: {field: ts}}
      steps:
        - id: once
          deduplicate: {key: id, ttl: 10m}
      sinks:
        none: {type: discard}
      settings:
        checkpoint: {every: 5s}
        flink: {s3.secret-key: hunter2, parallel: 3}
      """;

  @Test
  void loadsAWholePipeline() {
    Loaded loaded = load(SMALL.replace("time: {field: ts}", "time: processing"));

    assertThat(loaded.problems()).isEmpty();
    Pipeline pipeline = Objects.requireNonNull(loaded.pipeline());
    assertThat(pipeline.name()).isEqualTo("small");
    assertThat(pipeline.steps())
        .containsExactly(
            new StepEntry(
                "once",
                "deduplicate",
                new DeduplicateStep(
                    KeyPaths.of("id"),
                    Order.ARRIVAL,
                    Duration.ofMinutes(10),
                    Keep.FIRST,
                    false,
                    null,
                    null,
                    null),
                null,
                new Position(6, 5),
                false));
    assertThat(pipeline.sinks().values())
        .containsExactly(new SinkEntry("none", "discard", new DiscardSink(), null));
    assertThat(pipeline.settings())
        .isEqualTo(
            new Settings(
                null,
                new Checkpoint(Duration.ofSeconds(5), null),
                128,
                null,
                Map.of("s3.secret-key", "hunter2", "parallel", "3")));
  }

  @Test
  void warnsOfNothingInASmallPipeline() {
    assertThat(load(SMALL).problems()).isEmpty();
  }

  @Test
  void keepsSecretsOfFlinkOptions() {
    assertThat(load(SMALL).secrets().mask("{s3.secret-key: hunter2}"))
        .isEqualTo("{s3.secret-key: ***}");
  }

  @Test
  void masksSecretsInProblems() {
    ExternalValues outside = new ExternalValues(Map.of("DB_PASSWORD", "hunter2")::get, Map.of());

    Loaded loaded =
        PipelineFile.parse(
            "x.yaml",
            SMALL.replace("10m", "'${env:DB_PASSWORD}'").replace("hunter2", "x"),
            outside);

    assertThat(loaded.problems())
        .extracting(Problem::message)
        .containsExactly("Invalid ttl: must be a duration like 30s or PT10M but was '***'");
  }

  @Test
  void replacesTheInputOfTheOnlyFileSource() {
    Pipeline pipeline = Objects.requireNonNull(load(SMALL).pipeline());
    Source source = Objects.requireNonNull(pipeline.sources().get("in")).source();
    FileSource other =
        new FileSource("other.jsonl", FormatOptions.of(InputFormat.JSON), source.time(), false);

    assertThat(pipeline.withInput("other.jsonl").sources())
        .containsExactly(Map.entry("in", new SourceEntry("in", "file", other)));
  }

  @Test
  void replacesNoInputWithoutAFileSource() {
    Pipeline pipeline = Objects.requireNonNull(load(SMALL).pipeline());
    Pipeline piped =
        new Pipeline(
            "p",
            Map.of(
                "in",
                new SourceEntry(
                    "in", "stdin", new StdinSource(FormatOptions.of(InputFormat.JSON), null))),
            List.of(),
            Map.of(),
            pipeline.settings());

    assertThatThrownBy(() -> piped.withInput("x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot replace the input: there must be one file source (found: none)");
  }

  @Test
  void replacesTheParallelism() {
    Pipeline pipeline = Objects.requireNonNull(load(SMALL).pipeline());

    assertThat(pipeline.withParallelism(4).settings().parallelism()).isEqualTo(4);
    assertThatThrownBy(() -> pipeline.withParallelism(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid parallelism: must be 1 to max-parallelism, 128, but was 0");
  }

  @Test
  void reportsAFileThatCannotBeRead(@TempDir Path folder) {
    Path absent = folder.resolve("absent.yaml");

    assertThat(PipelineFile.load(absent, Map.of()).problems())
        .hasToString("[" + absent + ":1:1: Cannot read file: no such file]");
    assertThat(PipelineFile.load(folder, Map.of()).problems())
        .hasToString("[" + folder + ":1:1: Cannot read file: it is a directory]");
  }

  @Test
  void reportsAFileThatIsTooLarge() {
    assertThat(PipelineFile.load(Path.of("/dev/zero"), Map.of()).problems())
        .hasToString("[/dev/zero:1:1: Cannot read file: larger than 1 MiB]");
  }

  @Test
  void survivesADeepNest() {
    assertThat(load("a: " + "{b: ".repeat(100_000)).problems())
        .hasToString("[small.yaml:1:400: Invalid YAML: nested deeper than 100]");
    assertThat(load("[".repeat(100_000)).problems()).hasSize(1);
    assertThat(load("- ".repeat(100_000)).problems()).hasSize(1);
  }

  /** A long list is no alias, nor does it take long. */
  @Test
  void survivesManyInputs() {
    String from = "[" + "in, ".repeat(100_000) + "in]";

    assertThat(
            load("version: 1\nsources: {in: {type: stdin}}\nsinks:\n  out: {type: stdout, from: "
                    + from
                    + "}\n")
                .problems())
        .hasToString(
            "[small.yaml:4:29: sinks.out (stdout): Invalid from: must be an output or a list of 1 to"
                + " 1000 outputs but was a list]");
  }

  @Test
  void survivesManySteps() {
    String steps = "  - {id: a, filter: event.x}\n".repeat(20_000);

    assertThat(load("version: 1\nsources: {in: {type: stdin}}\nsteps:\n" + steps).problems())
        .extracting(Problem::message)
        .containsExactly(
            "Missing key 'sinks'", "Invalid steps: must be a list of at most 1000 but was a list");
  }

  @Test
  void reportsATruncatedFileOrLoadsIt() {
    int loads = 0;
    for (int length = 0; length < SMALL.length(); length++) {
      Loaded loaded = load(SMALL.substring(0, length));

      assertThat(loaded.pipeline() == null).isEqualTo(loaded.hasErrors());
      loads += loaded.hasErrors() ? 0 : 1;
    }

    assertThat(loads).isBetween(5, SMALL.length() / 10);
  }

  @Test
  void reportsAFileWithAnyOtherCharacterOrLoadsIt() {
    String characters = "\0\t\n :-[]{}#&*!|>'\"%@`,?a1~\uFEFF\u2028\uD800${env:}";
    Random random = new Random(42);
    int loads = 0;
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder(SMALL);
      for (int change = 0; change <= round % 4; change++) {
        char character = characters.charAt(random.nextInt(characters.length()));
        text.setCharAt(random.nextInt(text.length()), character);
      }

      Loaded loaded = load(text.toString());

      assertThat(loaded.pipeline() == null).isEqualTo(loaded.hasErrors());
      loads += loaded.hasErrors() ? 0 : 1;
    }

    assertThat(loads).isBetween(50, 1_000);
  }

  @Test
  void showsNoPieceOfASecretInWhatIsWrongWithAText() {
    ExternalValues outside =
        new ExternalValues(Map.of("MY_PASSWORD", "hunter2 seven(7")::get, Map.of());
    String yaml =
        """
        version: 1
        sources: {in: {type: file, path: in.jsonl}}
        steps:
          - {id: a, filter: "event.x == ${env:MY_PASSWORD}"}
          - {id: b, script: {event: "event.x = ${env:MY_PASSWORD}"}}
        sinks: {out: {type: discard}}
        """;

    assertThat(PipelineFile.parse("t.yaml", yaml, outside).problems())
        .extracting(Problem::toString)
        .containsExactly(
            "t.yaml:4:21: steps[0] (filter): Invalid filter: it has a secret, so that the reason is"
                + " not shown",
            "t.yaml:5:29: steps[1] (script): Invalid event: it has a secret, so that the reason is"
                + " not shown");
  }

  private static Loaded load(String text) {
    return PipelineFile.parse("small.yaml", text, new ExternalValues(name -> null, Map.of()));
  }
}
