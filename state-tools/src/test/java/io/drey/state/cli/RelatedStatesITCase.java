// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What would leave states of an operator at odds with one another is refused. */
class RelatedStatesITCase {
  private static final String EVENTS =
      """
      {"k":"a","op":"set","scope":"s","key":"x","value":1}
      {"k":"b","op":"set","scope":"s","key":"y","value":2}
      """;

  private final TestingDrey drey = new TestingDrey();
  private final Path directory;

  RelatedStatesITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void refusesToEraseAKeyThatOthersAreLinkedWith() throws IOException {
    Path savepoint = savepoint("deduplicate: {key: k, max-keys: 100}");

    assertThat(drey.run("state", "erase", savepoint.toString(), "--key", "a")).isEqualTo(5);

    assertThat(drey.err())
        .endsWith(
            "drey: Cannot change operator 'step': its states older-key, newer-key and key-groups,"
                + " which max-keys needs, link its keys, and would be wrong\n");
  }

  @Test
  void erasesAKeyOfAStepWithoutMaxKeys() throws IOException {
    Path savepoint = savepoint("deduplicate: {key: k, ttl: 1h}");

    // where the source stands cannot be looked into
    assertThat(drey.run("state", "erase", savepoint.toString(), "--key", "a")).isEqualTo(5);

    assertThat(drey.err())
        .contains("not looked into: events, coordinator")
        .endsWith(" to erase; nothing is written: see --execute\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{operators: {step: {keys: {keep-if: \"key != 'a'\"}}}}",
        "{operators: {step: {states: {entries: {keep-if: \"map_key != 'x'\"}}}}}",
        "{max-parallelism: 4096}"
      })
  void refusesToRemoveWhatKvCounts(String change) throws IOException {
    Path savepoint = savepoint("kv: {ttl: 1h, ignore: [k]}");
    Path plan =
        Files.writeString(
            directory.resolve("plan.yaml"), "version: 1\n" + change.replaceAll("^\\{|}$", ""));

    int exit = drey.run("state", "migrate", savepoint.toString(), "--plan", plan.toString());

    assertThat(exit).as(drey.err()).isEqualTo(5);
    assertThat(drey.err())
        .contains("Cannot change operator 'step")
        .contains("group-count tell of its entries, and would be wrong");
  }

  /** Takes a savepoint of a pipeline with one step. */
  private Path savepoint(String step) throws IOException {
    Path events = Files.writeString(directory.resolve("events.jsonl"), EVENTS);
    Path pipeline =
        Files.writeString(
            directory.resolve("pipeline.yaml"),
            """
            version: 1
            name: one-step
            sources:
              events: {type: file, path: %s, time: processing}
            steps:
              - id: step
                %s
            sinks:
              out: {type: file, path: %s}
            """
                .formatted(events, step, directory.resolve("out.jsonl")));
    Path savepoints = directory.resolve("savepoints");
    int exit =
        drey.run(
            "run", "-q", pipeline.toString(), "--keep-open", "--savepoint", savepoints.toString());
    assertThat(exit).as(drey.err()).isZero();
    return savepoints;
  }
}
