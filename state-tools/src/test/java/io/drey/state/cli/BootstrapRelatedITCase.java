// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** States that tell of others are those that a job would have made, in the order of the rows. */
class BootstrapRelatedITCase {
  private static final String PIPELINE =
      """
      version: 1
      sources:
        events: {type: file, path: DIR/events.jsonl, time: {field: at, out-of-orderness: 1h}}
        commands: {type: file, path: DIR/commands.jsonl, time: {field: at, out-of-orderness: 1h}}
      steps:
        - {id: nth, from: events, sequence: {key: user, field: n, max-keys: 100}}
        - {id: store, from: commands, kv: {ttl: 1h, max-keys: 100}}
        - {id: plain, from: commands, kv: {ttl: 1h}}
      sinks:
        out: {type: discard, from: [nth, store, plain]}
      settings: {parallelism: 1, max-parallelism: 2}
      """;

  private static final String COMMAND =
      "{\"at\":\"2026-01-01T00:00:0%d.000Z\",\"op\":\"set\",\"scope\":\"%s\",\"key\":\"%s\",\"value\":%d}";

  private static final String ENTRY =
      "{\"key\":\"%s\",\"map_key\":\"%s\",\"value\":%d,\"last_access\":\"2026-01-01T00:00:0%d.000Z\"}";

  /** Scopes and keys of commands, the entries of a scope apart from one another. */
  private static final List<String> ENTRIES = List.of("b:y", "a:x", "b:x", "c:z", "a:w", "b:a");

  private final Path directory;
  private final Path target;
  private final Path pipeline;
  private Path savepoint;

  BootstrapRelatedITCase(@TempDir Path directory) throws IOException {
    this.directory = directory;
    this.target = directory.resolve("bootstrapped");
    this.pipeline =
        Files.writeString(
            directory.resolve("pipeline.yaml"), PIPELINE.replace("DIR", directory.toString()));
    this.savepoint = directory;
  }

  @BeforeEach
  void takeSavepointOfAJob() throws IOException {
    List<String> events = new ArrayList<>();
    for (String user : List.of("e", "b", "d", "a", "c")) {
      events.add("{\"at\":\"2026-01-01T00:00:00Z\",\"user\":\"" + user + "\"}");
    }
    Files.write(directory.resolve("events.jsonl"), events);
    List<String> commands = new ArrayList<>();
    for (String entry : ENTRIES) {
      String[] names = entry.split(":", -1);
      commands.add(COMMAND.formatted(commands.size(), names[0], names[1], commands.size()));
    }
    Files.write(directory.resolve("commands.jsonl"), commands);
    Path savepoints = directory.resolve("savepoints");
    execute("run", pipeline.toString(), "-q", "--keep-open", "--savepoint", savepoints.toString());
    try (Stream<Path> found = Files.list(savepoints)) {
      savepoint = found.findFirst().orElseThrow();
    }
  }

  @Test
  void linksKeys() throws IOException {
    List<String> rows = new ArrayList<>();
    for (String user : List.of("e", "b", "d", "a", "c")) {
      rows.add("{\"key\":\"" + user + "\",\"value\":1}");
    }

    assertIsLikeTheJobs("nth", rows);
  }

  @Test
  void linksAndCountsEntries() throws IOException {
    assertIsLikeTheJobs("store", entries());
  }

  @Test
  void countsEntries() throws IOException {
    assertIsLikeTheJobs("plain", entries());
  }

  @Test
  void refusesSomeOfTheRelatedStates() throws IOException {
    TestingDrey drey = new TestingDrey();
    int exit =
        drey.run(
            bootstrap(
                "nth",
                List.of(
                    "{\"key\":\"a\",\"value\":1}",
                    "{\"state\":\"newer-key\",\"key\":\"a\",\"value\":\"a\"}")));

    assertThat(exit).isEqualTo(5);
    assertThat(drey.err())
        .contains(
            "Cannot change operator 'nth': rows of its states key-groups are missing, which tell of"
                + " the others: leave out all of key-groups, newer-key, older-key");
    assertThat(target).doesNotExist();
  }

  private static List<String> entries() {
    List<String> rows = new ArrayList<>();
    for (String entry : ENTRIES) {
      String[] names = entry.split(":", -1);
      rows.add(ENTRY.formatted(names[0], names[1], rows.size(), rows.size()));
    }
    return rows;
  }

  private void assertIsLikeTheJobs(String operator, List<String> rows) throws IOException {
    execute(bootstrap(operator, rows));

    assertThat(read(target, operator)).isEqualTo(read(savepoint, operator)).isNotEmpty();
  }

  private String[] bootstrap(String operator, List<String> rows) throws IOException {
    Path data = Files.write(directory.resolve("rows.jsonl"), rows);
    return new String[] {
      "state",
      "bootstrap",
      "--pipeline",
      pipeline.toString(),
      "--operator",
      operator,
      "--from",
      data.toString(),
      "--out",
      target.toString()
    };
  }

  private static List<String> read(Path from, String operator) {
    return execute("state", "read", from.toString(), "--operator", operator)
        .lines()
        .sorted()
        .toList();
  }

  private static String execute(String... arguments) {
    TestingDrey drey = new TestingDrey();
    assertThat(drey.run(arguments)).as(drey.err()).isZero();
    return drey.out();
  }
}
