// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.PipelineRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys of a pipeline's step change with its state, and so does what it records of them. */
class ChangedStepKeysITCase {
  private static final String PIPELINE =
      """
      version: 1
      name: first
      sources:
        in: {type: file, path: "${var:DIR}/events.jsonl", time: processing}
      steps:
        - id: dedup
          deduplicate: {key: KEY}
      sinks:
        out: {type: file, path: "${var:DIR}/out.jsonl", mode: overwrite}
      """;

  private static final int OF_FIRST_RUN = 3;

  private final Path directory;
  private final Path target;
  private PipelineRun run;
  private String savepoint;

  ChangedStepKeysITCase(@TempDir Path directory) {
    this.directory = directory;
    this.target = directory.resolve("migrated");
  }

  /** Its events have the keys a, b and c. */
  @BeforeEach
  void takeSavepoint() throws Exception {
    run = new PipelineRun(directory);
    savepoint = run.savepoint(pipeline("k"));
  }

  private Path pipeline(String key) throws Exception {
    return run.file("pipeline.yaml", PIPELINE.replace("KEY", key));
  }

  @Test
  void recordsTheKeyOfTheOldStep() throws Exception {
    migrate("keys: {transform: \"upper(key)\"}");

    assertThat(run.failureFrom(target.toString(), pipeline("name")))
        .hasStackTraceContaining("key: [\"k\"] became [\"name\"]");
  }

  @Test
  void recordsTheKeyOfTheNewStep() throws Exception {
    migrate(
        """
        keys: {transform: "upper(key)"}
            states:
              definition: {transform: "map_key == 'key' ? '[\\"name\\"]' : value"}
        """);
    happens("{'name':'B','n':7}", "{'name':'b','n':8}", "{'name':'A','n':9}");

    assertThat(run.failureFrom(target.toString(), pipeline("name"))).isNull();

    assertThat(results()).containsExactly("{'name':'b','n':8}");
  }

  /** Another number of fields needs no other serializer: keys are texts in JSON. */
  @Test
  void changesTheNumberOfFieldsOfAKey() throws Exception {
    migrate(
        """
        keys: {transform: "[key, 1]"}
            states:
              definition: {transform: "map_key == 'key' ? '[\\"k\\",\\"n\\"]' : value"}
        """);
    happens("{'k':'b','n':1}", "{'k':'b','n':2}");

    assertThat(run.failureFrom(target.toString(), pipeline("[k, n]"))).isNull();

    assertThat(results()).containsExactly("{'k':'b','n':2}");
  }

  private void migrate(String change) throws Exception {
    String plan = "version: 1\noperators:\n  dedup:\n    " + change;
    Migration.migrate(Path.of(savepoint), plan, target);
  }

  private void happens(String... events) throws Exception {
    String lines = String.join("\n", events).replace('\'', '"') + "\n";
    Files.writeString(directory.resolve("events.jsonl"), lines, StandardOpenOption.APPEND);
  }

  /** What comes after that of the first run. */
  private List<String> results() throws Exception {
    return Files.readAllLines(directory.resolve("out.jsonl")).stream()
        .skip(OF_FIRST_RUN)
        .map(line -> line.replace('"', '\''))
        .toList();
  }
}
