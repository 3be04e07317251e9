// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.ExpectedRows;
import io.drey.state.sample.Rows;
import io.drey.state.sample.SampleJob;
import io.drey.state.sample.Snapshots;
import io.drey.state.sample.TestingCluster;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapCommandITCase {
  private static final String PIPELINE =
      """
      version: 1
      sources:
        events: {type: file, path: DIRECTORY/events.jsonl, time: {field: at}}
      steps:
        - {id: unique, from: events, deduplicate: {key: id, ttl: 1h}}
        - {id: nth, from: events, sequence: {key: [user, region], field: n}}
        - {id: capped, from: events, count: {key: user, max-keys: 10}}
      sinks:
        out: {type: file, path: DIRECTORY/out.jsonl, mode: overwrite, from: [unique, nth]}
        counts: {type: discard, from: capped}
      settings: {parallelism: 2}
      """;

  private final TestingDrey drey = new TestingDrey();
  private final Path directory;
  private final Path target;
  private final Path pipeline;

  BootstrapCommandITCase(@TempDir Path directory) throws IOException {
    this.directory = directory;
    this.target = directory.resolve("bootstrapped");
    this.pipeline =
        Files.writeString(
            directory.resolve("pipeline.yaml"),
            PIPELINE.replace("DIRECTORY", directory.toString()));
  }

  @Test
  void dropsWhatItHasSeenAndNumbersOn() throws IOException {
    Path seen = directory.resolve("seen");
    bootstrap(
        seen,
        "unique",
        """
        {"key":"r-1","last_access":"2026-01-01T00:00:00Z"}
        {"key":"r-2","last_access":"2025-12-31T00:00:00Z"}
        """);
    String counted = "{\"key\":[\"alice\",\"eu\"],\"value\":41}\n";
    int exit = bootstrap(target, "nth", counted, "--onto", seen.toString());
    assertThat(exit).as(drey.err()).isZero();
    Files.writeString(
        directory.resolve("events.jsonl"),
        """
        {"at":"2026-01-01T00:10:00Z","id":"r-1","user":"alice","region":"eu"}
        {"at":"2026-01-01T00:10:00Z","id":"r-2","user":"bob","region":"eu"}
        """);

    drey.run("run", pipeline.toString(), "--quiet", "--from-savepoint", target.toString());

    assertThat(Files.readAllLines(directory.resolve("out.jsonl")))
        .as(drey.err())
        .containsExactlyInAnyOrder(
            "{\"at\":\"2026-01-01T00:10:00Z\",\"id\":\"r-2\",\"user\":\"bob\",\"region\":\"eu\"}",
            "{\"at\":\"2026-01-01T00:10:00Z\",\"id\":\"r-1\",\"user\":\"alice\",\"region\":\"eu\",\"n\":42}",
            "{\"at\":\"2026-01-01T00:10:00Z\",\"id\":\"r-2\",\"user\":\"bob\",\"region\":\"eu\",\"n\":1}");
  }

  @Test
  void freesAKeyByATimer() throws IOException {
    bootstrap(target, "unique", "{\"key\":1.0,\"value\":\"2026-01-01T00:00:00Z\"}\n");

    assertThat(Rows.keyed(target, "unique"))
        .containsExactlyInAnyOrder(
            "{\"operator\":\"unique\",\"state\":\"seen-at\",\"key\":1,\"value\":\"2026-01-01T00:00:00.000Z\"}",
            "{\"operator\":\"unique\",\"state\":\"_timer_state/event_user-timers\",\"key\":1,\"timestamp\":\"2026-01-01T01:00:00.000Z\"}");
  }

  @Test
  void tellsAllInvalidRowsAndWritesNothing() {
    int exit =
        bootstrap(
            target,
            "nth",
            """
            {"key":["a","b"],"value":"x"}
            {"ky":["a","b"],"value":1}
            {"key":

            {"key":"a","value":1}
            {"key":["a",{}],"value":1}
            {"key":["a","b"]}
            {"key":["a","b"],"value":1,"last_access":"2026-01-01T00:00:00Z"}
            {"key":["a","b"],"value":1,"state":"last-numbr"}
            {"key":["a","b"],"value":1} 2
            """);

    assertThat(exit).isEqualTo(3);
    assertThat(drey.err())
        .contains(":1: 'value' must be an integer from ")
        .contains(":2: Unknown member 'ky' (did you mean 'key'?")
        .contains(":3: Invalid row: not JSON in column ")
        .contains(":5: Invalid key: must be an array of the values of user, region")
        .contains(":6: Invalid key: must be a string, a number or a boolean")
        .contains(":7: Missing value: value state 'last-number' needs it")
        .contains(":8: Invalid last_access: must be left out for value state 'last-number'")
        .contains(":9: Unknown state 'last-numbr' (did you mean 'last-number'?")
        .contains(":10: Invalid row: must be one JSON object, but more follows it")
        .endsWith("drey: 9 invalid rows: nothing is written\n");
    assertThat(target).doesNotExist();
  }

  @Test
  void tellsTheFirstOfManyInvalidRows() {
    assertThat(bootstrap(target, "nth", "[]\n".repeat(21))).isEqualTo(3);

    assertThat(drey.err())
        .contains(":20: Invalid row: must be a JSON object")
        .doesNotContain(":21:")
        .endsWith("drey: 21 invalid rows, of which the first 20 are told: nothing is written\n");
  }

  @Test
  void tellsBothLinesOfAKey() {
    String rows =
        """
        {"key":["a","b"],"value":1}
        {"key":["b","b"],"value":1}
        {"key":["a","b"],"value":2}
        """;
    assertThat(bootstrap(target, "nth", rows)).isEqualTo(3);

    assertThat(drey.err())
        .contains(":3: Duplicate key [\"a\",\"b\"] of state 'last-number': it is in line 1, too;");
    assertThat(directory.toFile().list())
        .doesNotContain("bootstrapped", ".bootstrapped.incomplete");
  }

  @Test
  void takesNoFileWithoutRowsForSuccess() {
    assertThat(bootstrap(target, "nth", "\n \n")).isEqualTo(1);

    assertThat(drey.err()).endsWith("rows.jsonl has no row\n");
    assertThat(target).doesNotExist();
  }

  @Test
  void refusesAnotherDefinition() {
    String definition =
        "{\"state\":\"definition\",\"map_key\":\"key\",\"value\":\"[\\\"user\\\"]\"}\n";
    assertThat(bootstrap(target, "nth", definition)).isEqualTo(3);

    assertThat(drey.err())
        .contains(
            ":1: Invalid definition: key must be [\"user\",\"region\"], as the pipeline has it, but"
                + " was [\"user\"]");
  }

  @Test
  void refusesWhatDoesNotFitTheSavepointBelow() {
    String row = "{\"key\":[\"a\",\"b\"],\"value\":1}\n";
    assertThat(bootstrap(target, "nth", row)).as(drey.err()).isZero();
    Path second = directory.resolve("second");

    assertThat(bootstrap(second, "nth", row, "--onto", target.toString())).isEqualTo(5);
    assertThat(
            bootstrap(
                second,
                "nth",
                row,
                "--onto",
                target.toString(),
                "--uid",
                "other",
                "--max-parallelism",
                "64"))
        .isEqualTo(5);

    assertThat(drey.err())
        .contains("Cannot change operator 'nth': the savepoint has it already: drop it there")
        .contains("its max parallelism is 64 but that of the savepoint's operators 128");
    assertThat(second).doesNotExist();
  }

  @Test
  void refusesOperatorsWithoutStateOfTheirOwn() {
    assertThat(bootstrap(target, "out", "{}\n")).isEqualTo(5);
    assertThat(bootstrap(target, "nht", "{}\n")).isEqualTo(2);

    assertThat(drey.err())
        .contains("Cannot change operator 'out': it is a source or sink")
        .contains("Unknown operator 'nht' (did you mean 'nth'?");
  }

  @ParameterizedTest
  @EnumSource
  void givesBackWhatWasReadOfAnySavepoint(Snapshots snapshot) throws IOException {
    for (String operator : List.of("many-states", "windows", "subtask-states")) {
      Path out = directory.resolve(operator);
      List<String> rows = new ArrayList<>(Rows.timed(snapshot.path(), operator));
      rows.addAll(Rows.operator(snapshot.path(), operator));

      int exit = like(out, snapshot.path(), operator, String.join("\n", rows));

      assertThat(exit).as(drey.err()).isZero();
      assertThat(Rows.timed(out, operator))
          .containsExactlyInAnyOrderElementsOf(
              withoutSpaces(Rows.timed(snapshot.path(), operator)));
      assertThat(elements(Rows.operator(out, operator)))
          .containsExactlyInAnyOrderElementsOf(elements(Rows.operator(snapshot.path(), operator)));
    }
  }

  /** Texts of JSON are written without the spaces between their values. */
  private static List<String> withoutSpaces(List<String> rows) {
    return rows.stream()
        .map(row -> row.replaceAll("\"id\": (\\d+), \"x\"", "\"id\":$1,\"x\""))
        .toList();
  }

  /** All elements of lists are of one subtask. */
  private static List<String> elements(List<String> rows) {
    return rows.stream().map(row -> row.replaceAll("\"subtask\":\\d+,", "")).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hashmap", "rocksdb"})
  void writesWhatAnyJobRestores(String backend) throws Exception {
    Path source = Snapshots.NATIVE_OF_ROCKSDB.path();
    int exit =
        like(target, source, "many-states", String.join("\n", Rows.timed(source, "many-states")));
    assertThat(exit).as(drey.err()).isZero();

    Path after =
        TestingCluster.savepoint(
            Map.of(
                "state.backend.type",
                backend,
                "pipeline.max-parallelism",
                "16",
                "parallelism.default",
                "3",
                "execution.state-recovery.path",
                target.toString()),
            SampleJob::buildQuiet,
            SavepointFormatType.CANONICAL,
            directory);

    assertThat(Rows.keyed(after, "many-states"))
        .containsExactlyInAnyOrderElementsOf(withoutSpaces(ExpectedRows.ofManyStates()));
  }

  @Test
  void takesTypesAsText() throws IOException {
    Path rows = directory.resolve("rows.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(rows))) {
      out.write(
          """
          {"state":"total","key":7,"value":1.5,"last_access":"2026-01-01T00:00:00Z"}
          {"state":"total","key":8,"value":-0.0}
          {"state":"tags","key":7,"value":["a","b"]}
          {"state":"counts","key":7,"map_key":"x","value":null}
          {"state":"counts","key":7,"map_key":"y","value":2}
          """
              .getBytes(UTF_8));
    }

    int exit =
        drey.run(
            "state",
            "bootstrap",
            "--operator",
            "totals",
            "--key-type",
            "Long",
            "--state",
            "total=value+ttl:Double",
            "--state",
            "tags=list:String",
            "--state",
            "counts=map:String,Long",
            "--ttl-from",
            "2026-02-02T00:00:00Z",
            "--from",
            rows.toString(),
            "--out",
            target.toString());

    assertThat(exit).as(drey.err()).isZero();
    assertThat(drey.out())
        .isEqualTo(
            """
            {"operator":"totals","state":"total","entries":"2","bytes":"52"}
            {"operator":"totals","state":"tags","entries":"1","bytes":"15"}
            {"operator":"totals","state":"counts","entries":"2","bytes":"34"}
            """);
    assertThat(Rows.timed(target, "totals"))
        .containsExactlyInAnyOrder(
            "{\"operator\":\"totals\",\"state\":\"total\",\"key\":7,\"value\":1.5,\"last_access\":\"2026-01-01T00:00:00.000Z\"}",
            "{\"operator\":\"totals\",\"state\":\"total\",\"key\":8,\"value\":-0.0,\"last_access\":\"2026-02-02T00:00:00.000Z\"}",
            "{\"operator\":\"totals\",\"state\":\"tags\",\"key\":7,\"value\":[\"a\",\"b\"]}",
            "{\"operator\":\"totals\",\"state\":\"counts\",\"key\":7,\"map_key\":\"x\",\"value\":null}",
            "{\"operator\":\"totals\",\"state\":\"counts\",\"key\":7,\"map_key\":\"y\",\"value\":2}");
  }

  private int bootstrap(Path out, String operator, String rows, String... more) {
    return execute(out, operator, rows, List.of("--pipeline", pipeline.toString()), more);
  }

  private int like(Path out, Path savepoint, String operator, String rows) {
    return execute(out, operator, rows, List.of("--like", savepoint.toString()));
  }

  private int execute(Path out, String operator, String rows, List<String> types, String... more) {
    Path data = directory.resolve("rows.jsonl");
    try {
      Files.writeString(data, rows);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    List<String> arguments = new ArrayList<>(List.of("state", "bootstrap"));
    arguments.addAll(types);
    arguments.addAll(
        List.of("--operator", operator, "--from", data.toString(), "--out", out.toString()));
    arguments.addAll(List.of(more));
    return drey.run(arguments.toArray(String[]::new));
  }
}
