// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.state.rewrite.StateResult;
import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.sample.ExpectedRows;
import io.drey.state.sample.FiringJob;
import io.drey.state.sample.Rows;
import io.drey.state.sample.SampleJob;
import io.drey.state.sample.Snapshots;
import io.drey.state.sample.TestingCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangedKeysITCase {
  private static final int GROUPS = 16;
  private static final String ONE = "\"key < 'key-2' ? 'one' : key\"";

  private final Path directory;
  private final Path target;

  ChangedKeysITCase(@TempDir Path directory) {
    this.directory = directory;
    this.target = directory.resolve("migrated");
  }

  @ParameterizedTest
  @EnumSource
  void changesKeysOfStatesTimersAndWindows(Snapshots snapshot) throws Exception {
    Migration.migrate(
        snapshot.path(),
        """
        version: 1
        operators:
          many-states: {keys: {transform: "upper(key) + '!'"}}
          windows: {keys: {transform: "text(key + 100)"}, max-parallelism: 200}
        """,
        target);

    assertThat(Rows.keyed(target, "many-states"))
        .containsExactlyInAnyOrderElementsOf(
            ExpectedRows.ofManyStates().stream()
                .map(row -> row.replaceAll("\"key\":\"key-(\\d+)\"", "\"key\":\"KEY-$1!\""))
                .toList());
    assertThat(Rows.keyed(target, "windows"))
        .containsExactlyInAnyOrderElementsOf(
            ExpectedRows.ofWindows().stream()
                .map(row -> row.replaceAll("\"key\":(\\d)", "\"key\":10$1"))
                .toList());
  }

  @Test
  void refusesKeysThatBecomeOne() {
    List<String> keys = oldKeys();

    assertThatThrownBy(() -> migrate(Snapshots.NATIVE_OF_ROCKSDB, "transform: " + ONE))
        .isInstanceOf(RefusedException.class)
        .hasMessage(
            "Cannot change operator 'many-states': keys \"%s\" and \"%s\" both become \"one\": say"
                    .formatted(keys.get(0), keys.get(1))
                + " by on-collision which one's entries stay, first or last");
    assertThat(target).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "CANONICAL_OF_ROCKSDB, first",
    "CHECKPOINT_OF_HASHMAP, first",
    "NATIVE_OF_HASHMAP, last",
    "INCREMENTAL_CHECKPOINT_OF_ROCKSDB, last",
    "RAW_TIMERS_OF_ROCKSDB, last"
  })
  void keepsAllEntriesOfOneKey(Snapshots snapshot, String which) throws Exception {
    List<StateResult> results =
        migrate(snapshot, "transform: %s, on-collision: %s".formatted(ONE, which));

    List<String> keys = oldKeys();
    String winner = "\"key\":\"%s\"".formatted(keys.get(which.equals("first") ? 0 : 11));
    List<String> losers = keys.stream().map("\"key\":\"%s\""::formatted).toList();
    List<String> expected =
        ExpectedRows.ofManyStates().stream()
            .filter(row -> row.contains(winner) || losers.stream().noneMatch(row::contains))
            .map(row -> row.replace(winner, "\"key\":\"one\""))
            .toList();
    assertThat(Rows.keyed(target, "many-states")).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(results)
        .filteredOn(result -> result.state().equals("last"))
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.read()).isEqualTo(SampleJob.KEYS);
              assertThat(result.written()).isEqualTo(SampleJob.KEYS - 11);
            });
    assertThat(results.stream().mapToLong(StateResult::written).sum()).isEqualTo(expected.size());
  }

  /** The keys that become one, in the order of their key groups and bytes. */
  private static List<String> oldKeys() {
    return IntStream.range(0, SampleJob.KEYS)
        .mapToObj(i -> "key-" + i)
        .filter(key -> key.compareTo("key-2") < 0)
        .sorted(
            Comparator.<String>comparingInt(
                    key -> KeyGroupRangeAssignment.assignToKeyGroup(key, GROUPS))
                .thenComparingInt(String::length)
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  @Test
  void filtersBeforeKeysBecomeOne() throws Exception {
    migrate(
        Snapshots.CANONICAL_OF_HASHMAP,
        "keep-if: \"key == 'key-1' || key > 'key-2'\", transform: " + ONE);

    assertThat(Rows.keyed(target, "many-states"))
        .contains("{\"operator\":\"many-states\",\"state\":\"last\",\"key\":\"one\",\"value\":1}");
  }

  @Test
  void writesTheSameBytesEachTime() throws Exception {
    String plan = "transform: %s, on-collision: last".formatted(ONE);
    migrate(Snapshots.NATIVE_OF_HASHMAP, plan);
    Path other = directory.resolve("other");
    Migration.migrate(Snapshots.NATIVE_OF_HASHMAP.path(), plan(plan), other);

    try (Stream<Path> files = Files.list(target)) {
      for (Path file : files.toList()) {
        assertThat(other.resolve(file.getFileName())).hasSameBinaryContentAs(file);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null | must be of type String but was null",
        "[key] | must be a text, a number or a boolean but was a list of 1",
      })
  void namesTheKeyThatHasNoNewOne(String transform, String problem) {
    assertThatThrownBy(
            () ->
                migrate(
                    Snapshots.CANONICAL_OF_HASHMAP,
                    "keep-if: \"key == 'key-7'\", transform: \"%s\"".formatted(transform)))
        .isInstanceOf(RefusedException.class)
        .hasMessage(
            "Cannot change operator 'many-states': operator 'many-states', key 'key-7': the new"
                + " key "
                + problem);
  }

  private List<StateResult> migrate(Snapshots snapshot, String keys) throws IOException {
    return Migration.migrate(snapshot.path(), plan(keys), target);
  }

  private static String plan(String keys) {
    return "version: 1\noperators: {many-states: {keys: {%s}}}\n".formatted(keys);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hashmap", "rocksdb"})
  void aJobGoesOnWithValuesAndTimers(String backend) throws Exception {
    Map<String, String> settings =
        Map.of(
            "state.backend.type", backend,
            "parallelism.default", "2",
            "pipeline.max-parallelism", "16");
    Path before =
        TestingCluster.savepoint(
            settings,
            environment -> FiringJob.build(environment, "", 0),
            SavepointFormatType.NATIVE,
            directory);

    Migration.migrate(
        before, "version: 1\noperators: {firing: {keys: {transform: \"'new-' + key\"}}}\n", target);
    Path after =
        TestingCluster.savepoint(
            Migration.restoring(target, backend.equals("hashmap") ? "rocksdb" : "hashmap", 16),
            environment -> FiringJob.build(environment, "new-", FiringJob.AFTER_ALL),
            SavepointFormatType.CANONICAL,
            directory);

    String start = "{\"operator\":\"firing\",\"state\":\"%s\",\"key\":\"new-%d\",\"value\":%d}";
    assertThat(Rows.keyed(after, "firing"))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, FiringJob.KEYS)
                .boxed()
                .flatMap(
                    i ->
                        Stream.of(
                            start.formatted("sum", i, 101 * i),
                            start.formatted("fired", i, 101 * i)))
                .toList());
  }
}
