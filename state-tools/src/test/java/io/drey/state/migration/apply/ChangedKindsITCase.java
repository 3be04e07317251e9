// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.state.rewrite.StateResult;
import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.sample.ExpectedRows;
import io.drey.state.sample.OtherKinds;
import io.drey.state.sample.Rows;
import io.drey.state.sample.SampleJob;
import io.drey.state.sample.Snapshots;
import io.drey.state.sample.TestingCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChangedKindsITCase {
  private static final String PLAN =
      """
      version: 1
      operators:
        many-states:
          states:
            last: {kind: list, transform: "[value, value + 1]"}
            names:
              kind: map
              type: Map<String, Long>
              transform: "{value[0]: size(value), 'none': null}"
            counts: {kind: list, type: List<String>, transform: "sort(value.keySet())"}
            pair: {kind: list, type: List<String>, transform: "value.f1 ? [value.f0] : []"}
            visit: {kind: value, type: Double, transform: "value.score > 1 ? value.score : null"}
            fresh: {kind: map, type: "Map<String, Int>", transform: "{value: 1}", ttl-from: oldest}
            fresh-list: {kind: value, type: Int, transform: "value[0]", ttl-from: newest}
            fresh-map:
              rename-to: moved
              kind: value
              type: Map<Int, String>
              transform: value
              ttl-from: 2026-01-01T00:00:00Z
      """;

  private final Path directory;
  private final Path target;

  ChangedKindsITCase(@TempDir Path directory) {
    this.directory = directory;
    this.target = directory.resolve("migrated");
  }

  @ParameterizedTest
  @EnumSource
  void changesKindsInEveryFormat(Snapshots snapshot) throws Exception {
    List<StateResult> results = Migration.migrate(snapshot.path(), PLAN, target);

    assertThat(Rows.keyed(target, "many-states"))
        .containsExactlyInAnyOrderElementsOf(
            ExpectedRows.ofManyStates().stream().flatMap(ChangedKindsITCase::changed).toList());
    assertThat(Rows.timed(target, "many-states"))
        .filteredOn(row -> row.contains("\"moved\""))
        .hasSize(SampleJob.KEYS)
        .allMatch(row -> row.endsWith("\"last_access\":\"2026-01-01T00:00:00.000Z\"}"));
    assertThat(results)
        .filteredOn(result -> result.state().equals("counts"))
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.read()).isEqualTo(2 * SampleJob.KEYS);
              assertThat(result.written()).isEqualTo(SampleJob.KEYS);
            });
  }

  /** What becomes of a row of the many states. */
  private static Stream<String> changed(String row) {
    String state = row.replaceAll(".*\"state\":\"([^\"]*)\".*", "$1");
    int i = Integer.parseInt(row.replaceAll(".*\"key\":\"key-(\\d+)\".*", "$1"));
    String start = row.replaceAll("(.*\"key\":\"key-\\d+\",).*", "$1");
    String access = ",\"last_access\":T}";
    return switch (state) {
      case "last" -> Stream.of(start + "\"value\":[" + i + "," + (i + 1) + "]}");
      case "names" ->
          Stream.of(
              start + "\"map_key\":\"n" + i + "\",\"value\":2}",
              start + "\"map_key\":\"none\",\"value\":null}");
      case "counts" ->
          row.contains("\"all\"")
              ? Stream.of(start + "\"value\":[\"all\",\"c" + i + "\"]}")
              : Stream.of();
      case "pair" -> i % 2 == 0 ? Stream.of(start + "\"value\":[\"p" + i + "\"]}") : Stream.of();
      case "visit" -> i > 2 ? Stream.of(start + "\"value\":" + i / 2.0 + "}") : Stream.of();
      case "fresh" -> Stream.of(start + "\"map_key\":\"f" + i + "\",\"value\":1" + access);
      case "fresh-list" -> Stream.of(start + "\"value\":" + i + access);
      case "fresh-map" ->
          Stream.of(
              start.replace("fresh-map", "moved") + "\"value\":{\"" + i + "\":\"m\"}" + access);
      default -> Stream.of(row);
    };
  }

  @Test
  void removesPartsBeforeTheyAreTransformed() throws IOException {
    Migration.migrate(
        Snapshots.NATIVE_OF_HASHMAP.path(),
        """
        version: 1
        operators:
          many-states:
            states:
              names: {kind: list, keep-if: "value != ''", transform: "[size(value), key]",
                type: List<String>}
              counts: {kind: value, keep-if: "map_key != 'all' && key != 'key-3'", type: Long,
                transform: "size(value)"}
              fresh-list: {kind: list, keep-if: "ttl > '2099'", transform: "value",
                ttl-from: newest}
              fresh: {kind: list, transform: "[value]", ttl: disable}
              last: {kind: map, type: "Map<Long, Long>", transform: "{`${value}`: value}",
                ttl: {enable: 2026-02-03T04:05:06.007Z}}
        """,
        target);

    String start = "{\"operator\":\"many-states\",\"state\":\"%s\",\"key\":\"key-%d\",";
    assertThat(Rows.timed(target, "many-states"))
        .contains(
            start.formatted("names", 5) + "\"value\":[\"1\",\"key-5\"]}",
            start.formatted("counts", 5) + "\"value\":1}",
            start.formatted("fresh", 5) + "\"value\":[\"f5\"]}",
            start.formatted("last", 5)
                + "\"map_key\":5,\"value\":5,\"last_access\":\"2026-02-03T04:05:06.007Z\"}")
        .noneMatch(row -> row.contains("fresh-list"))
        .noneMatch(row -> row.startsWith(start.formatted("counts", 3)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "map | Map<String, Long> | {value: 'x'}       | '[7]' must be a whole number",
        "map | Map<Long, Long>   | {'1': 1, '1.0': 2} | must be the only entry with its key but was 1",
        "list | List<Long>       | value              | must be a list but was 7",
      })
  void namesTheKeyOfWhatDoesNotFit(String kind, String type, String transform, String problem) {
    String plan =
        """
        version: 1
        operators:
          many-states:
            keys: {keep-if: "key == 'key-7'"}
            states: {last: {kind: %s, type: "%s", transform: "%s"}}
        """
            .formatted(kind, type, transform);

    assertThatThrownBy(() -> Migration.migrate(Snapshots.CANONICAL_OF_HASHMAP.path(), plan, target))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith(
            "Cannot change operator 'many-states': operator 'many-states', state 'last', key"
                + " 'key-7': ")
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @CsvSource({"NATIVE_OF_HASHMAP, rocksdb", "NATIVE_OF_ROCKSDB, hashmap"})
  void aJobGoesOnWithOtherKinds(Snapshots snapshot, String backend) throws Exception {
    Migration.migrate(snapshot.path(), PLAN, target);

    Map<String, String> settings = Migration.restoring(target, backend, 16);
    settings.put("execution.state-recovery.ignore-unclaimed-state", "true");
    Path after =
        TestingCluster.savepoint(
            // a null in a map fails canonical savepoints of HashMap
            settings, OtherKinds::build, SavepointFormatType.NATIVE, directory);

    String start = "{\"operator\":\"many-states\",\"state\":\"%s\",\"key\":\"key-9\",";
    String access = ",\"last_access\":T}";
    assertThat(Rows.keyed(after, "many-states"))
        .contains(
            start.formatted("last") + "\"value\":[9,10,1000]}",
            start.formatted("names") + "\"map_key\":\"n9\",\"value\":102}",
            start.formatted("names") + "\"map_key\":\"none\",\"value\":null}",
            start.formatted("counts") + "\"value\":[\"all\",\"c9\",\"x\"]}",
            start.formatted("fresh") + "\"map_key\":\"f9\",\"value\":101" + access,
            start.formatted("fresh-list") + "\"value\":1009" + access,
            start.formatted("moved") + "\"value\":{\"9\":\"m\",\"99\":\"new\"}" + access);
  }
}
