// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.cli.output.Terminal;
import io.drey.state.sample.OldSnapshots;
import io.drey.state.sample.Snapshots;
import io.drey.state.snapshot.metadata.KeyedHandle;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryITCase {
  private static final Path SQL_JOBS =
      Path.of("src/test/resources/flink-snapshots/flink-table-planner_2.12-2.3.0/restore-tests");
  private static final Path SAVEPOINT = Snapshots.CANONICAL_OF_HASHMAP.path();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void joinsStates() {
    assertRows(
        "SELECT a.key, a.`value`.`owner` o, c.`value` n, a.`value`.tags[2] tag"
            + " FROM account a JOIN counts c ON a.key = c.key"
            + " WHERE c.map_key = 'c7' AND CARDINALITY(a.`value`.homes) = 1",
        "{'key':'key-7','o':'owner-7-\u00e9\u4e16','n':7,'tag':'b'}");
  }

  @Test
  void looksIntoListsMapsAndRecords() {
    assertRows(
        "SELECT `value`.homes['home'].city c, `value`.homes['away'].zip z, `value`.address.zip a,"
            + " CARDINALITY(`value`.homes) h, `value`.limits[1] l FROM account WHERE key = 'key-2'",
        "{'c':'city\\t2','z':null,'a':2,'h':1,'l':2}");
    assertRows(
        "SELECT key, CARDINALITY(`value`) n, `value`[1] v, CARDINALITY(last_access) a"
            + " FROM `fresh-list` WHERE key = 'key-3'",
        "{'key':'key-3','n':2,'v':3,'a':2}");
    assertRows(
        "SELECT map_key k, last_access > TIMESTAMP '2024-01-01 00:00:00' isRecent"
            + " FROM `fresh-map` WHERE `value` = 'm' AND key = 'key-4'",
        "{'k':4,'isRecent':true}");
  }

  @Test
  void looksIntoTheListsAndRowsOfSqlJobs() {
    String sql =
        "SELECT map_key w, CARDINALITY(`value`) n, `value`[1] v FROM `agg1$valueToOrderMap`"
            + " WHERE key.f0 = 1";
    assertThat(query(SQL_JOBS.resolve("stream-exec-expand_1/expand/savepoint"), sql)).isZero();
    assertThat(out).hasToString("{\"w\":\"Hi\",\"n\":1,\"v\":1700520692079}\n");

    out.getBuffer().setLength(0);
    sql =
        "SELECT map_key.event.id id, CARDINALITY(`value`.`element`.edges) n,"
            + " `value`.`element`.edges[1].edge.previous.stage s"
            + " FROM `sharedBuffer-entries-with-lockable-edges` WHERE `value`.`references` = 2"
            + " AND key.f0 = 'BETA'";
    assertThat(query(SQL_JOBS.resolve("stream-exec-match_1/match-complex/savepoint"), sql))
        .isZero();
    assertThat(out).hasToString("{\"id\":0,\"n\":2,\"s\":\"DOWN\"}\n");
  }

  @Test
  void looksIntoAvroRecords() {
    Path avro =
        Path.of(
            "src/test/resources/flink-snapshots/flink-state-processor-api-2.2.0/table-state-avro");

    int described = query(avro, "DESCRIBE KeyedSpecificAvroValue");
    int summed = query(avro, "SELECT SUM(`value`.longData) s FROM KeyedSpecificAvroValue");

    assertThat(List.of(described, summed)).as(err.toString()).containsOnly(0);

    assertThat(out.toString().lines())
        .containsExactly(
            "{\"name\":\"key\",\"type\":\"BIGINT\"}",
            "{\"name\":\"value\",\"type\":\"ROW<`longData` BIGINT>\"}",
            "{\"s\":10}");
  }

  @Test
  void groupsByWhatWindowsAndRecordsHold() {
    assertRows(
        "SELECT namespace.`start` s, SUM(`value`) total FROM `windows`.`window-contents`"
            + " GROUP BY namespace.`start`",
        "{'s':'1970-01-01T00:00:00.000Z','total':780}");
    assertRows(
        "SELECT SUM(`value`.price) p, MAX(`value`.`at`) m, COUNT(*) n FROM visit"
            + " WHERE `value`.price < 3 GROUP BY `value`.score < 1.0 ORDER BY n",
        "{'p':2.5,'m':'2023-11-14T22:13:22.005Z','n':1}",
        "{'p':2,'m':'2023-11-14T22:13:21.005Z','n':2}");
  }

  @Test
  void readsTimersListsOfSubtasksAndBroadcastState() {
    assertRows(
        "SELECT MIN(`timestamp`) t, COUNT(*) n FROM `Many states`.`_timer_state/event_user-timers`",
        "{'t':'2030-03-17T17:46:40.000Z','n':40}");
    assertRows(
        "SELECT subtask, `value` v FROM `subtask-states`.names ORDER BY v",
        "{'subtask':0,'v':'a0'}",
        "{'subtask':1,'v':'a1'}",
        "{'subtask':0,'v':'b0'}",
        "{'subtask':1,'v':'b1'}");
    assertRows(
        "SELECT map_key, `value`.balance b, `value`.rating r FROM rules ORDER BY map_key LIMIT 2",
        "{'map_key':'rule-0','b':0,'r':null}",
        "{'map_key':'rule-1','b':-1,'r':1}");
  }

  @Test
  void looksIntoEvents() {
    assertRows(
        "SELECT key, JSON_VALUE(`value`, '$.id' RETURNING INTEGER) id FROM event"
            + " WHERE JSON_VALUE(`value`, '$.id') = '3'",
        "{'key':'key-3','id':3}");
  }

  @Test
  void stopsAtTheLimit() {
    assertThat(query(SAVEPOINT, "SELECT * FROM `last` LIMIT 3")).isZero();
    assertThat(out.toString().lines()).hasSize(3);
  }

  @Test
  void listsAndDescribesTables() {
    assertThat(query(SAVEPOINT, "SHOW TABLES")).isZero();
    assertThat(out.toString().lines())
        .contains(
            json(
                "{'table':'`many-states`.`fresh-map`','kind':'map',"
                    + "'columns':'key, map_key, value, last_access'}"),
            json(
                "{'table':'`windows`.`_timer_state/event_window-timers`','kind':'timers',"
                    + "'columns':'key, namespace, timestamp'}"),
            json(
                "{'table':'`subtask-states`.`none`','kind':'operator list',"
                    + "'columns':'subtask, value'}"));

    out.getBuffer().setLength(0);
    assertRows(
        "DESCRIBE `many-states`.`fresh-list`",
        "{'name':'key','type':'STRING'}",
        "{'name':'value','type':'ARRAY<INT>'}",
        "{'name':'last_access','type':'ARRAY<TIMESTAMP_LTZ(3)>'}");
  }

  @Test
  void explains() {
    assertThat(query(SAVEPOINT, "EXPLAIN SELECT key FROM `last` LIMIT 2")).isZero();
    assertThat(out.toString()).contains("project=[key], limit=[2]");
  }

  @Test
  void printsCsv() {
    String sql = "SELECT key, `value` pair FROM pair WHERE key IN ('key-2', 'key-3') ORDER BY key";

    assertThat(query(SAVEPOINT, sql, "-o", "csv")).isZero();

    assertThat(out.toString().lines())
        .containsExactly(
            "key,pair",
            "key-2,\"{\"\"f0\"\":\"\"p2\"\",\"\"f1\"\":true}\"",
            "key-3,\"{\"\"f0\"\":\"\"p3\"\",\"\"f1\"\":false}\"");
  }

  @Test
  void saysWhatIsWrongWithAQuery() {
    assertUsage("SELECT x FROM `last`", "At line 1, column 8: Column 'x' not found in any table");
    assertUsage(
        "SELECT * FROM lost",
        "From line 1, column 15 to line 1, column 18: Object 'lost' not found:"
            + " SHOW TABLES lists all tables");
    assertUsage(
        "SELECT * FROM windows.lost",
        "From line 1, column 15 to line 1, column 26: Object 'lost' not found within"
            + " 'savepoint.windows': SHOW TABLES lists all tables");
    assertUsage(
        "SELECT value FROM `last`",
        "Encountered \"value\" at line 1, column 8:"
            + " write `value` in back-ticks, it is reserved in SQL");
    assertUsage("SELECT * FORM `last`", "Encountered \"`last`\" at line 1, column 15");
    assertUsage(
        "DROP TABLE `last`",
        "must be SELECT, WITH, VALUES, EXPLAIN, SHOW TABLES or DESCRIBE but was 'DROP'");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void failsWhereAValueDoes() throws IOException {
    assertThat(query(SAVEPOINT, "SELECT CAST(key AS INT) FROM `last`")).isEqualTo(1);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString())
        .startsWith("drey: Failed to run query: For input string: 'key-")
        .hasLineCount(1);
  }

  @Test
  void findsOperatorsOfWhichOnlyTheHashIsKept() {
    Path old = OldSnapshots.CANONICAL_OF_HASHMAP.path();
    String hash = SnapshotFiles.at(old.toString()).metadata().operator("windows").id().hash();
    String sql =
        "SELECT SUM(a.`value`) s FROM `windows`.`window-contents` a JOIN `%s`.`window-contents` b"
            + " ON a.key = b.key";

    assertThat(query(old, sql.formatted(hash))).isZero();
    assertThat(out).hasToString("{\"s\":45}\n");
  }

  @Test
  void answersWithWhatIsReadableOfADamagedSavepoint(@TempDir Path directory) throws IOException {
    copy(Snapshots.MANY_KEY_GROUPS.path(), directory);
    Path lost = directory.resolve(file("many-states", 1));
    Files.delete(lost);

    int exit = query(directory, "SELECT COUNT(*) < 40 isLess, COUNT(*) > 0 isSome FROM `last`");

    assertThat(out).hasToString("{\"isLess\":true,\"isSome\":true}\n");
    assertThat(err).hasToString("drey: Cannot read " + lost + ": no such file\n");
    assertThat(exit).isEqualTo(6);
  }

  @Test
  void readsNoFurtherThanTheLimit(@TempDir Path directory) throws IOException {
    copy(Snapshots.MANY_KEY_GROUPS.path(), directory);
    Files.delete(directory.resolve(file("many-states", 1)));

    assertThat(query(directory, "SELECT key FROM `last` LIMIT 1")).isZero();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void saysThatATableMayBeMissingForDamage(@TempDir Path directory) throws IOException {
    copy(Snapshots.MANY_KEY_GROUPS.path(), directory);
    Path first = directory.resolve(file("windows", 0));
    Files.delete(first);
    Files.delete(directory.resolve(file("windows", 1)));

    assertThat(query(directory, "SELECT * FROM `windows`.`window-contents`")).isEqualTo(2);
    assertThat(query(directory, "SHOW TABLES")).isEqualTo(6);

    assertThat(err.toString().lines().findFirst())
        .contains(
            "drey: Invalid query: From line 1, column 15 to line 1, column 41: Object 'windows' not"
                + " found, perhaps since part of the savepoint is damaged: Cannot read "
                + first
                + ": no such file (see drey state query --help)");
  }

  private static String file(String operator, int subtask) {
    KeyedHandle handle =
        SnapshotFiles.at(Snapshots.MANY_KEY_GROUPS.path().toString())
            .metadata()
            .operator(operator)
            .subtasks()
            .get(subtask)
            .managedKeyed();
    return ((KeyedHandle.Sections) Objects.requireNonNull(handle)).file().path();
  }

  private static void copy(Path snapshot, Path target) throws IOException {
    try (Stream<Path> files = Files.list(snapshot)) {
      for (Path file : files.toList()) {
        Files.copy(file, target.resolve(file.getFileName()));
      }
    }
  }

  private void assertUsage(String sql, String problem) {
    err.getBuffer().setLength(0);

    assertThat(query(SAVEPOINT, sql)).isEqualTo(2);
    assertThat(err)
        .hasToString("drey: Invalid query: " + problem + " (see drey state query --help)\n");
  }

  private void assertRows(String sql, String... rows) {
    out.getBuffer().setLength(0);

    int exit = query(SAVEPOINT, sql);

    assertThat(err.toString()).isEmpty();
    assertThat(exit).isZero();
    assertThat(out.toString().lines())
        .containsExactlyElementsOf(Stream.of(rows).map(QueryITCase::json).toList());
  }

  private static String json(String row) {
    return row.replace('\'', '"');
  }

  private int query(Path snapshot, String sql, String... options) {
    List<String> arguments = new ArrayList<>(List.of("state", "query", snapshot.toString(), sql));
    arguments.addAll(List.of(options));
    Terminal terminal =
        new Terminal(new PrintWriter(out), new PrintWriter(err, true), false, false);
    String temporary = System.getProperty("java.io.tmpdir");
    try {
      return io.drey.jobs.cli.Main.execute(
          terminal, Main.COMMANDS, arguments.toArray(new String[0]));
    } finally {
      System.setProperty("java.io.tmpdir", temporary);
    }
  }
}
