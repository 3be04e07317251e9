// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.OldSnapshots;
import io.drey.state.sample.Rows;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made of savepoints of Flink 1.20 is restored there. */
@Timeout(120)
class OldMigrationITCase {
  private static final String PLAN =
      """
      version: 1
      operators:
        keyed-states:
          keys: {keep-if: "key != 'key-3'"}
          timers: {keep-if: "timestamp < '2050'"}
          states:
            last: {transform: "value + 100"}
            names: {keep-if: "value != ''"}
            counts: {transform: "value * 2"}
            fresh-map: {transform: "key"}
        baskets: {keys: {keep-if: "key < 5"}}
        subtask-states:
          states:
            names: {transform: "value + '!'"}
            offsets: {keep-if: "value.f1 == 10"}
            rules: {keep-if: "map_key == 'rule-1'"}
      """;

  private static final String RULE =
      "{\"state\":\"rules\",\"map_key\":\"rule-1\",\"value\":{\"address\":{\"city\":\"city-1\",\"zip\":1},"
          + "\"balance\":-1,\"last\":\"PAID\",\"name\":\"name-1-\u00e9\u4e16\",\"rating\":1,\"visits\":[1,2]}}";

  private final Path directory;

  OldMigrationITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  @ParameterizedTest
  @CsvSource({
    "CANONICAL_OF_HASHMAP, CANONICAL_OF_HASHMAP",
    "NATIVE_OF_HASHMAP, NATIVE_OF_HASHMAP",
    "INCREMENTAL_CHECKPOINT_OF_ROCKSDB, NATIVE_OF_ROCKSDB"
  })
  void writesWhatFlink1Restores(OldSnapshots snapshot, OldSnapshots taking) throws Exception {
    Path target = directory.resolve("migrated");
    Migration.migrate(snapshot.path(), PLAN, target);

    Path after = OldSnapshots.restored(target, taking);

    List<String> changed = keyed(target, "keyed-states");
    assertThat(changed)
        .contains("{\"state\":\"last\",\"key\":\"key-7\",\"value\":107}")
        .noneMatch(row -> row.contains("key-3"));
    assertThat(keyed(after, "keyed-states")).containsExactlyInAnyOrderElementsOf(changed);
    assertThat(keyed(after, "baskets"))
        .hasSize(5)
        .containsExactlyInAnyOrderElementsOf(keyed(target, "baskets"));
    assertThat(keyed(after, "windows"))
        .hasSize(4)
        .containsExactlyInAnyOrderElementsOf(keyed(snapshot.path(), "windows"));
    // each subtask has the whole of a union list
    assertThat(new TreeSet<>(own(after, "subtask-states")))
        .containsExactly(
            "{\"state\":\"names\",\"value\":\"a0!\"}",
            "{\"state\":\"names\",\"value\":\"a1!\"}",
            "{\"state\":\"offsets\",\"value\":{\"f0\":\"part\",\"f1\":10}}",
            RULE);
  }

  private static List<String> keyed(Path snapshot, String uid) {
    String id = id(snapshot, uid);
    return Rows.keyed(snapshot, id).stream().map(row -> without(id, row)).toList();
  }

  private static List<String> own(Path snapshot, String uid) {
    String id = id(snapshot, uid);
    return Rows.operator(snapshot, id).stream()
        .map(row -> without(id, row).replaceFirst("\"subtask\":[0-9],", ""))
        .toList();
  }

  private static String id(Path snapshot, String uid) {
    return SnapshotFiles.at(snapshot.toString()).metadata().operator(uid).id().toString();
  }

  private static String without(String operator, String row) {
    return row.replace("\"operator\":\"" + operator + "\",", "");
  }
}
