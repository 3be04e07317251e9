// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Run with {@code -Ddrey.write=true}, the first test writes the schema it otherwise checks. */
class PipelineSchemaTest {
  private static final Path ROOT = Path.of(System.getProperty("drey.root"));
  private static final Path PROBLEMS = ROOT.resolve("jobs/src/test/resources/problems");
  private static final Path FILE = ROOT.resolve("conf/schema/pipeline.schema.json");
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(PipelineSchema.text());

  /** Files whose problems a schema cannot know, by what these are. */
  private static final Map<String, List<String>> ACCEPTED =
      Map.ofEntries(
          Map.entry(
              "are warnings, not errors",
              List.of(
                  "aggregate-spans",
                  "correlate-unread",
                  "follow-one-file",
                  "key-with-event-prefix",
                  "order-behind-other-key",
                  "order-kafka",
                  "order-parallel-files",
                  "order-several-sources",
                  "rate-limit-unbounded",
                  "script-end-of-ttl",
                  "sessionize-warnings",
                  "state-machine-odd-states",
                  "unbounded-state",
                  "unread-gaps",
                  "unread-outputs")),
          Map.entry(
              "are about names of other sources, steps and sinks",
              List.of(
                  "cycle",
                  "duplicate-id",
                  "id-taken-by-operator",
                  "id-taken-by-source",
                  "kafka-same-prefix",
                  "kafka-sink-topics",
                  "kafka-transaction-timeout",
                  "kv-unbounded",
                  "reads-a-sink",
                  "reads-itself",
                  "same-path",
                  "unknown-input",
                  "unknown-output")),
          Map.entry(
              "are about the time of the sources before a step",
              List.of(
                  "batch-without-time",
                  "duration-without-time",
                  "event-and-processing-time",
                  "event-order-without-time",
                  "sessionize-without-time",
                  "stateful-without-time",
                  "time-on-some-sources")),
          Map.entry(
              "are rules of an option record beyond the types of its options",
              List.of(
                  "aggregate-windows",
                  "correlate-copies-duration",
                  "correlate-many-queue",
                  "correlate-zero-timeout",
                  "flink-options",
                  "follow-in-parallel",
                  "max-keys-without-key",
                  "options-at-odds",
                  "rate-limit-options",
                  "settings-out-of-range",
                  "json-options",
                  "text-options",
                  "state-machine-timeout-cycle",
                  "state-machine-unknown-states",
                  "stateful-unbounded",
                  "time-at-odds",
                  "time-format-of-strptime",
                  "time-formats",
                  "time-limits",
                  "time-not-a-mapping",
                  "time-without-field",
                  "zero-duration")),
          Map.entry(
              "are within a text in a language of its own",
              List.of("bad-expression", "bad-field", "script-functions", "script-meta")),
          Map.entry(
              "are about what lies outside the file",
              List.of(
                  "missing-environment-variable",
                  "missing-file-value",
                  "script-of-device",
                  "missing-variable",
                  "open-reference",
                  "stateful-class",
                  "stateful-function")));

  /** Files that are not one JSON document, which a schema is for. */
  private static final List<String> UNREADABLE =
      List.of(
          "alias-of-itself",
          "duplicate-yaml-key",
          "key-not-text",
          "not-utf-8",
          "syntax-error",
          "tab",
          "two-documents",
          "unsupported-tag",
          "yaml-colon-in-expression",
          "yaml-expression-begins-with-not",
          "yaml-expression-begins-with-quote",
          "yaml-glob",
          "yaml-list-in-braces",
          "yaml-percent",
          "yaml-reference-in-braces",
          "yaml-ternary",
          "yaml-ternary-in-braces");

  @Test
  void isTheOneInTheRepository() throws IOException {
    if (Boolean.getBoolean("drey.write")) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, PipelineSchema.text());
    }

    assertThat(FILE).content().isEqualTo(PipelineSchema.text());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void acceptsEveryExample(Path example) throws IOException {
    assertThat(errors(example)).isEmpty();
    assertThat(PipelineFile.load(example, Map.of()).problems())
        .noneMatch(problem -> problem.isError());
  }

  @Test
  void refusesEveryProblemThatASchemaCanKnow() throws IOException {
    assertThat(problems("accepted"))
        .containsExactlyInAnyOrderElementsOf(
            ACCEPTED.values().stream().flatMap(List::stream).toList());
    assertThat(problems("unreadable")).containsExactlyInAnyOrderElementsOf(UNREADABLE);
    assertThat(problems("refused")).hasSizeGreaterThan(30);
  }

  private static List<String> problems(String verdict) throws IOException {
    try (Stream<Path> files = Files.list(PROBLEMS)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> verdict(file).equals(verdict))
          .map(file -> file.getFileName().toString().replace(".yaml", ""))
          .toList();
    }
  }

  private static String verdict(Path file) {
    try {
      return errors(file).isEmpty() ? "accepted" : "refused";
    } catch (YamlEngineException | IOException | StackOverflowError notOneDocument) {
      return "unreadable";
    }
  }

  static List<Path> examples() throws IOException {
    return Stream.of("conf/pipelines", "jobs/src/test/resources/pipelines")
        .map(ROOT::resolve)
        .filter(Files::isDirectory)
        .flatMap(PipelineSchemaTest::pipelines)
        .toList();
  }

  private static Stream<Path> pipelines(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> !file.toString().endsWith(".test.yaml"))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Error> errors(Path file) throws IOException {
    LoadSettings settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
    Object document = new Load(settings).loadFromString(Files.readString(file));
    JsonNode json = new ObjectMapper().valueToTree(document);
    return SCHEMA.validate(json);
  }
}
