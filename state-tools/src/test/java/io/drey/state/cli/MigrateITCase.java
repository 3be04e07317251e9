// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.ExpectedRows;
import io.drey.state.sample.Rows;
import io.drey.state.sample.SampleJob;
import io.drey.state.sample.Snapshots;
import io.drey.state.sample.TestingCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MigrateITCase {
  private final TestingDrey drey = new TestingDrey();
  private final Path directory;
  private final Path target;

  MigrateITCase(@TempDir Path directory) {
    this.directory = directory;
    this.target = directory.resolve("migrated");
  }

  @ParameterizedTest
  @EnumSource
  void changesStatesOfEveryFormat(Snapshots snapshot) throws IOException {
    String plan =
        """
        version: 1
        operators:
          many-states:
            rename-to: states
            keys: {keep-if: "key != 'key-3'"}
            timers: {keep-if: "timestamp < '2050'"}
            states:
              last: {rename-to: newest, transform: "value * 2", type: Int}
              visit: drop
              counts: {keep-if: "map_key != 'all'", transform: "value + 1"}
              names: {keep-if: "value != ''", transform: "value + '!'"}
              fresh: {ttl: disable}
              fresh-map: {transform: "value + key"}
              sum: {ttl: {enable: 2026-01-01T00:00:00Z}}
              account:
                drop-field: [address, homes]
                rename-field: {rating: score}
                cast-field: {balance: String}
                add-field: [{name: tier, type: String, default: basic}]
          subtask-states:
            states:
              names: {keep-if: "value != 'a0'", transform: "upper(value)"}
              rules: {rename-to: laws, transform: "value"}
              offsets: drop
        """;
    assertThat(migrate(snapshot.path(), plan, "--execute")).as(drey.err()).isZero();

    assertThat(Rows.keyed(target, "states"))
        .containsExactlyInAnyOrderElementsOf(
            ExpectedRows.ofManyStates().stream().flatMap(MigrateITCase::changed).toList());
    assertThat(Rows.operator(target, "subtask-states"))
        .containsExactlyInAnyOrderElementsOf(
            ExpectedRows.ofSubtaskStates(snapshot).stream()
                .filter(row -> !row.contains("\"offsets\"") && !row.contains("\"value\":\"a0\""))
                .map(row -> row.replace("\"rules\"", "\"laws\""))
                .map(row -> row.replace("\"value\":\"a", "\"value\":\"A"))
                .map(row -> row.replace("\"value\":\"b", "\"value\":\"B"))
                .toList());
    assertThat(Rows.keyed(target, "windows"))
        .containsExactlyInAnyOrderElementsOf(ExpectedRows.ofWindows());
  }

  /** What becomes of a row of the many states, if anything does. */
  private static Stream<String> changed(String row) {
    String state = row.replaceAll(".*\"state\":\"([^\"]*)\".*", "$1");
    String renamed = row.replace("\"operator\":\"many-states\"", "\"operator\":\"states\"");
    if (row.contains("\"key\":\"key-3\"")
        || state.equals("visit")
        || row.contains("\"map_key\":\"all\"")
        || state.contains("processing")) {
      return Stream.of();
    }
    int value = Integer.parseInt(row.replaceAll(".*\"key\":\"key-(\\d+)\".*", "$1"));
    return Stream.of(
        switch (state) {
          case "last" ->
              renamed
                  .replace("\"last\"", "\"newest\"")
                  .replace(":" + value + "}", ":" + 2 * value + "}");
          case "counts" -> renamed.replace("\"value\":" + value, "\"value\":" + (value + 1));
          case "names" -> renamed.replace("[\"n" + value + "\",\"\"]", "[\"n" + value + "!\"]");
          case "fresh" -> renamed.replace(",\"last_access\":T", "");
          case "fresh-map" -> renamed.replace("\"m\"", "\"mkey-" + value + "\"");
          case "sum" -> renamed.replaceAll("}$", ",\"last_access\":T}");
          case "account" ->
              renamed
                  .replaceAll("\"address\":(null|\\{[^}]*}),", "")
                  .replaceAll("\"homes\":\\{[^}]*}},", "")
                  .replaceAll("\"balance\":(-?\\d+)", "\"balance\":\"$1\"")
                  .replaceAll(
                      ",\"rating\":(null|\\d+)(.*?)}}$", ",\"score\":$1$2,\"tier\":\"basic\"}}");
          default -> renamed;
        });
  }

  @ParameterizedTest
  @CsvSource({
    "NATIVE_OF_ROCKSDB, hashmap",
    "CHECKPOINT_OF_HASHMAP, rocksdb",
    "NATIVE_OF_FORST, rocksdb"
  })
  void writesWhatAJobRestores(Snapshots snapshot, String backend) throws Exception {
    String plan =
        """
        version: 1
        operators:
          many-states:
            timers: drop
            states:
              last: {transform: "value + 1000"}
              names: {transform: "value + '!'"}
              counts: {keep-if: "map_key == 'all'"}
              fresh-list: {keep-if: "value == 7"}
        max-parallelism: 40
        """;
    assertThat(migrate(snapshot.path(), plan, "--execute")).as(drey.err()).isZero();

    Map<String, String> settings = new HashMap<>();
    settings.put("state.backend.type", backend);
    settings.put("parallelism.default", "3");
    settings.put("pipeline.max-parallelism", "40");
    settings.put("execution.state-recovery.path", target.toString());
    Path after =
        TestingCluster.savepoint(
            settings, SampleJob::buildQuiet, SavepointFormatType.CANONICAL, directory);

    assertThat(Rows.keyed(after, "many-states"))
        .containsExactlyInAnyOrderElementsOf(Rows.keyed(target, "many-states"))
        .noneMatch(row -> row.contains("timestamp"))
        .contains(
            row("last", "\"value\":1007"),
            row("names", "\"value\":[\"n7!\",\"!\"]"),
            row("counts", "\"map_key\":\"all\",\"value\":1"),
            row("fresh-list", "\"value\":[7,7],\"last_access\":[T,T]"));
  }

  private static String row(String state, String rest) {
    return "{\"operator\":\"many-states\",\"state\":\"%s\",\"key\":\"key-7\",%s}"
        .formatted(state, rest);
  }

  @Test
  void showsWhatWouldChangeAndWritesNothing() throws IOException {
    String plan =
        """
        version: 1
        operators:
          windows: {rename-to: hours, max-parallelism: 20}
          numbers: drop
          many-states:
            keys: {keep-if: "true"}
            states:
              visit: drop
              last: {rename-to: newest, keep-if: "value > 29"}
              names: {kind: map, transform: "{:}", type: "Map<String, Long>"}
              fresh: {ttl: disable, transform: "upper(value)"}
              account: {drop-field: [tags]}
        """;
    assertThat(migrate(Snapshots.CANONICAL_OF_HASHMAP.path(), plan)).as(drey.err()).isZero();

    assertThat(drey.lines())
        .contains(
            "{\"operator\":\"windows\",\"state\":\"\",\"change\":\"renamed to hours, max parallelism"
                + " 16 to 20\",\"entries\":\"\",\"new entries\":\"\",\"new bytes\":\"\"}")
        .anyMatch(
            line ->
                line.startsWith("{\"operator\":\"numbers\",\"state\":\"\",\"change\":\"dropped\""))
        .anyMatch(line -> line.startsWith(changeOf("", "keys removed") + "\"\""))
        .anyMatch(
            line ->
                line.startsWith(
                    changeOf("last", "renamed to newest, entries removed")
                        + "\"40\",\"new entries\":\"10\""))
        .anyMatch(line -> line.startsWith(changeOf("names", "made a map") + "\"40\""))
        .anyMatch(
            line -> line.startsWith(changeOf("fresh", "values changed, TTL disabled") + "\"40\""))
        .anyMatch(line -> line.startsWith(changeOf("account", "fields changed") + "\"40\""))
        .anyMatch(line -> line.startsWith(changeOf("visit", "dropped") + "\"40\""))
        .anyMatch(line -> line.startsWith(changeOf("event", "") + "\"40\""));
    assertThat(drey.err().lines())
        .filteredOn(line -> line.contains("\"fresh\""))
        .hasSize(6)
        .allMatch(line -> line.startsWith("- ") == line.contains(",\"value\":\"f"))
        .allMatch(line -> line.startsWith("+ ") == line.contains(",\"value\":\"F"));
    assertThat(drey.err().lines())
        .filteredOn(line -> line.contains("\"account\""))
        .hasSize(6)
        .allMatch(line -> line.startsWith("+ ") || line.contains("\"tags\":"))
        .allMatch(line -> line.startsWith("- ") || !line.contains("\"tags\":"));
    assertThat(drey.err())
        .doesNotContain("\"event\"")
        .endsWith("nothing is written: see --execute\n");
    assertThat(directory.toFile().list()).containsExactly("plan.yaml");
  }

  /** The start of a row of the report, up to the number of entries. */
  private static String changeOf(String state, String change) {
    return "{\"operator\":\"many-states\",\"state\":\"%s\",\"change\":\"%s\",\"entries\":"
        .formatted(state, change);
  }

  @Test
  void reportsAllProblemsOfThePlan() throws IOException {
    String plan =
        """
        version: 1
        operators:
          many-states: {states: {visits: drop, last: {transform: "valu + 1"}}}
          window: drop
        """;
    assertThat(migrate(Snapshots.CANONICAL_OF_HASHMAP.path(), plan, "--execute")).isIn(3, 5);

    assertThat(drey.err()).contains("plan.yaml:3:");
    assertThat(target).doesNotExist();
  }

  @Test
  void namesTheEntryThatHasNoNewValue() throws IOException {
    String plan =
        """
        version: 1
        operators:
          many-states: {states: {last: {transform: "key", type: Long}}}
        """;
    assertThat(migrate(Snapshots.CANONICAL_OF_HASHMAP.path(), plan, "--execute")).isEqualTo(5);

    assertThat(drey.err())
        .matches("drey: Cannot change operator 'many-states': .*last.*key-\\d+.*\n");
    assertThat(directory.toFile().list()).containsExactly("plan.yaml");
  }

  private int migrate(Path savepoint, String plan, String... more) throws IOException {
    Path file = Files.writeString(directory.resolve("plan.yaml"), plan);
    List<String> arguments =
        new ArrayList<>(
            List.of("state", "migrate", savepoint.toString(), "--plan", file.toString()));
    arguments.addAll(List.of(more));
    if (savepoint.equals(Snapshots.NATIVE_OF_FORST.path())) {
      arguments.add("--canonical");
    }
    if (more.length > 0) {
      arguments.addAll(List.of("--out", target.toString()));
    }
    return drey.run(arguments.toArray(String[]::new));
  }
}
