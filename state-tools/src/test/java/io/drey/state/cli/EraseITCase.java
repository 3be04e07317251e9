// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.CepJob;
import io.drey.state.sample.ExpectedRows;
import io.drey.state.sample.OpaqueStates;
import io.drey.state.sample.PersonJob;
import io.drey.state.sample.Rows;
import io.drey.state.sample.SampleJob;
import io.drey.state.sample.Snapshots;
import io.drey.state.sample.SqlJob;
import io.drey.state.sample.TestingCluster;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.witness.SampleWitness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EraseITCase {
  private final TestingDrey drey = new TestingDrey();
  private final Path directory;
  private final Path target;

  EraseITCase(@TempDir Path directory) {
    this.directory = directory;
    this.target = directory.resolve("erased");
  }

  @ParameterizedTest
  @EnumSource
  void erasesAKeyFromEveryFormat(Snapshots snapshot) throws IOException {
    assertThat(erase(snapshot, "--key", "key-7", "--execute")).as(drey.err()).isZero();

    assertThat(Rows.keyed(target, "many-states"))
        .containsExactlyInAnyOrderElementsOf(
            ExpectedRows.ofManyStates().stream()
                .filter(row -> !row.contains("\"key\":\"key-7\""))
                .toList());
    assertThat(Rows.keyed(target, "windows"))
        .containsExactlyInAnyOrderElementsOf(ExpectedRows.ofWindows());
    assertThat(drey.lines())
        .contains(
            "{\"operator\":\"many-states\",\"state\":\"counts\",\"key\":\"String\",\"erased\":\"2\"}")
        .hasSize(14);
    assertThat(drey.err()).endsWith("15 erased\n");
  }

  @ParameterizedTest
  @EnumSource
  void erasesWhateverTellsOfSomebody(Snapshots snapshot) throws IOException {
    String person =
        "key == 'key-7' || map_key == 'rule-1' || value == 'a0' || value == 7 || value.f0 == 'p9'";

    assertThat(erase(snapshot, "--where", person, "--execute")).as(drey.err()).isZero();

    assertThat(Rows.keyed(target, "many-states"))
        .containsExactlyInAnyOrderElementsOf(
            ExpectedRows.ofManyStates().stream()
                .filter(row -> !row.contains("\"key\":\"key-7\""))
                .filter(row -> !row.contains("\"value\":7}") && !row.contains("\"p9\""))
                .map(row -> row.replace(",7],\"last_access\":[T,T]", "],\"last_access\":[T]"))
                .toList());
    assertThat(Rows.operator(target, "subtask-states"))
        .containsExactlyInAnyOrderElementsOf(
            ExpectedRows.ofSubtaskStates(snapshot).stream()
                .filter(row -> !row.contains("rule-1") && !row.contains("\"value\":\"a0\""))
                .toList());
  }

  @Test
  void leavesASavepointThatAJobRestores() throws Exception {
    assertThat(erase(Snapshots.NATIVE_OF_ROCKSDB, "--key", "key-7", "--execute")).isZero();
    Map<String, String> settings = new HashMap<>();
    settings.put("state.backend.type", "rocksdb");
    settings.put("parallelism.default", "3");
    settings.put("pipeline.max-parallelism", "16");
    settings.put("execution.state-recovery.path", target.toString());

    Path after =
        TestingCluster.savepoint(
            settings, SampleJob::buildQuiet, SavepointFormatType.CANONICAL, directory);

    assertThat(Rows.keyed(after, "many-states"))
        .containsExactlyInAnyOrderElementsOf(Rows.keyed(target, "many-states"));
    SampleWitness.agrees(target);
  }

  /** Matches under way, their events, the timers that end them. */
  @ParameterizedTest
  @CsvSource({"hashmap, NATIVE", "rocksdb, NATIVE", "rocksdb, CANONICAL"})
  void erasesFromPatterns(String backend, SavepointFormatType format) throws Exception {
    Path savepoint = CepJob.ofCep(backend, format);
    assertThat(Rows.keyed(savepoint, "shipments")).anyMatch(row -> row.contains("o-1"));

    assertThat(erase(savepoint, "--where", "key == 'o-1'", "--execute")).as(drey.err()).isZero();

    assertThat(Rows.keyed(target, "shipments"))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            Rows.keyed(savepoint, "shipments").stream()
                .filter(row -> !row.contains("\"key\":\"o-1\""))
                .toList());
  }

  /** A person is in keys, in rows of the left and the right of a join, in windows and timers. */
  @Test
  void erasesFromSql() throws Exception {
    Map<String, String> settings =
        Map.of(
            "state.backend.type", "rocksdb",
            "parallelism.default", "1",
            "pipeline.max-parallelism", "16");
    Path savepoint =
        TestingCluster.savepoint(settings, SqlJob::build, SavepointFormatType.NATIVE, directory);
    String person = "value.f0 == 'b' || key.f0 == 'b' || map_key.f0 == 'b'";
    assertThat(read(savepoint)).contains("\"f0\":\"b\"");

    assertThat(erase(savepoint, "--where", person, "--execute")).as(drey.err()).isZero();

    assertThat(read(target)).contains("\"f0\":\"a\"").doesNotContain("\"f0\":\"b\"");
  }

  /** A person is in a pattern, on both sides of a join, and in a store: as scope and as key. */
  @ParameterizedTest
  @CsvSource({"hashmap, CANONICAL, rocksdb", "rocksdb, NATIVE, rocksdb"})
  void erasesAPersonFromAWholeJob(String backend, SavepointFormatType format, String other)
      throws Exception {
    Path savepoint =
        TestingCluster.savepoint(
            settings(backend, "1"), PersonJob::build, format, directory.resolve("job"));
    String person =
        "key == 'o-1' || map_key == 'o-1' || map_key.f0 == 'o-1' || value.f0 == 'o-1'"
            + " || value.order == 'o-1'";
    assertThat(read(savepoint)).contains("\"namespace\":\"o-1\"").contains("\"f0\":\"o-1\"");
    assertThat(Bytes.contain(savepoint, "o-1")).isTrue();

    assertThat(erase(savepoint, "--where", person, "--execute")).as(drey.err()).isZero();

    assertThat(Bytes.contain(target, "o-1")).isFalse();
    assertThat(read(target)).contains("o-2").contains("o-3");
    Map<String, String> settings = settings(other, "2");
    settings.put("execution.state-recovery.path", target.toString());
    Path after =
        TestingCluster.savepoint(
            settings, PersonJob::buildQuiet, SavepointFormatType.CANONICAL, directory);
    assertThat(read(after).lines())
        .containsExactlyInAnyOrderElementsOf(read(target).lines().toList());
  }

  private static Map<String, String> settings(String backend, String parallelism) {
    Map<String, String> settings = new HashMap<>();
    settings.put("state.backend.type", backend);
    settings.put("parallelism.default", parallelism);
    settings.put("pipeline.max-parallelism", "16");
    return settings;
  }

  /** All keyed rows of all operators. */
  private static String read(Path savepoint) {
    return SnapshotFiles.at(savepoint.toString()).metadata().operators().stream()
        .flatMap(operator -> Rows.keyed(savepoint, operator.id().toString()).stream())
        .collect(Collectors.joining("\n"));
  }

  @Test
  void erasesFromNamedOperatorsOnly() throws IOException {
    assertThat(erase(Snapshots.CANONICAL_OF_HASHMAP, "--key", "1", "--operator", "windows"))
        .isZero();

    assertThat(drey.lines()).allMatch(line -> line.startsWith("{\"operator\":\"windows\","));
    assertThat(drey.lines()).hasSize(2);
    assertThat(drey.err()).endsWith(" to erase; nothing is written: see --execute\n");
    assertThat(target).doesNotExist();
  }

  @Test
  void saysThatThereIsNothing() throws IOException {
    assertThat(erase(Snapshots.CANONICAL_OF_HASHMAP, "--key", "nobody")).isZero();
    assertThat(drey.err()).isEqualTo("nothing to erase\n");

    assertThat(erase(Snapshots.CANONICAL_OF_HASHMAP, "--key", "nobody", "--execute")).isEqualTo(1);
    assertThat(drey.err()).endsWith("nothing to erase: no savepoint is written\n");
    assertThat(target).doesNotExist();
  }

  /** The values that nobody asked for are fit for a warning only. */
  @Test
  void heedsWarningsIfStrict() throws Exception {
    Map<String, String> settings =
        Map.of(
            "state.backend.type", "hashmap",
            "parallelism.default", "1",
            "pipeline.max-parallelism", "4");
    Path savepoint =
        TestingCluster.savepoint(
            settings, OpaqueStates::build, SavepointFormatType.CANONICAL, directory);

    assertThat(erase(savepoint, "--key", "1", "--execute")).as(drey.err()).isZero();
    assertThat(drey.err()).contains("drey: warning: opaque-states: only Kryo<");
    Path strict = directory.resolve("strict");
    assertThat(
            drey.run(
                "state",
                "erase",
                savepoint.toString(),
                "--key",
                "1",
                "--out",
                strict.toString(),
                "--execute",
                "--strict"))
        .isEqualTo(5);
    assertThat(strict).isDirectory();
  }

  @Test
  void looksAtTheTargetBeforeTheSavepoint() throws IOException {
    Files.createDirectory(target);

    assertThat(erase(Snapshots.CANONICAL_OF_HASHMAP, "--key", "key-7", "--execute")).isEqualTo(2);

    assertThat(drey.err())
        .startsWith("drey: Invalid --out: must not exist but '" + target + "' does");
    assertThat(drey.out()).isEmpty();
  }

  @Test
  void takesEitherAKeyOrACondition() throws IOException {
    assertThat(erase(Snapshots.CANONICAL_OF_HASHMAP)).isEqualTo(2);
    assertThat(erase(Snapshots.CANONICAL_OF_HASHMAP, "--key", "a", "--where", "true")).isEqualTo(2);
    assertThat(erase(Snapshots.CANONICAL_OF_HASHMAP, "--where", "kye == 'a'")).isEqualTo(2);

    assertThat(drey.err()).contains("Missing what to erase").contains("Invalid --where: ");
  }

  private int erase(Snapshots snapshot, String... more) {
    List<String> arguments = new ArrayList<>(List.of(more));
    if (snapshot == Snapshots.NATIVE_OF_FORST) {
      arguments.add("--canonical");
    }
    return erase(snapshot.path(), arguments.toArray(String[]::new));
  }

  private int erase(Path savepoint, String... more) {
    List<String> arguments = new ArrayList<>(List.of("state", "erase", savepoint.toString()));
    arguments.addAll(List.of(more));
    if (arguments.contains("--execute")) {
      arguments.addAll(List.of("--out", target.toString()));
    }
    return drey.run(arguments.toArray(String[]::new));
  }
}
