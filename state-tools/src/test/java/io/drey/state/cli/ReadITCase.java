// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.inspect.SavepointReport;
import io.drey.state.sample.ExpectedRows;
import io.drey.state.sample.Rows;
import io.drey.state.sample.Snapshots;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadITCase {
  private final TestingDrey drey = new TestingDrey();

  @ParameterizedTest
  @EnumSource
  void printsTheRowsOfAState(Snapshots snapshot) {
    int exit = read(snapshot.path(), "--operator", "many-states", "--state", "counts");

    assertThat(drey.err()).isEmpty();
    assertThat(exit).isZero();
    assertThat(drey.out().lines())
        .containsExactlyInAnyOrderElementsOf(
            ExpectedRows.ofManyStates().stream()
                .filter(row -> row.contains("\"state\":\"counts\""))
                .toList());
  }

  @Test
  void printsAllStatesOfAnOperator() {
    Path snapshot = Snapshots.CANONICAL_OF_HASHMAP.path();

    read(snapshot, "--operator", "many-states");
    assertThat(drey.out().lines()).hasSameSizeAs(ExpectedRows.ofManyStates());

    drey.clear();
    read(snapshot, "--operator", "subtask-states");
    assertThat(drey.out().lines())
        .containsExactlyElementsOf(Rows.operator(snapshot, "subtask-states"));
  }

  @Test
  void stopsAtTheLimit() {
    assertThat(read(Snapshots.NATIVE_OF_ROCKSDB.path(), "--operator", "windows", "--limit", "3"))
        .isZero();
    assertThat(drey.out().lines()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource
  void findsTheRowsOfAKey(Snapshots snapshot) {
    assertThat(read(snapshot.path(), "--operator", "many-states", "--key", "key-7")).isZero();

    assertThat(withoutAccesses(drey.out()))
        .containsExactlyInAnyOrderElementsOf(
            ExpectedRows.ofManyStates().stream()
                .filter(row -> row.contains("\"key\":\"key-7\""))
                .toList());
  }

  private static List<String> withoutAccesses(String rows) {
    return rows.lines()
        .map(row -> row.replaceAll("(\"last_access\":\\[?|,)\"20[^\"]*Z\"", "$1T"))
        .toList();
  }

  @Test
  void findsKeysThatAreNumbersAndRefusesWhatIsNone() {
    Path snapshot = Snapshots.NATIVE_OF_ROCKSDB.path();

    assertThat(read(snapshot, "--operator", "windows", "--state", "window-contents", "--key", "3"))
        .isZero();
    assertThat(drey.out().lines())
        .containsExactlyElementsOf(
            ExpectedRows.ofWindows().stream()
                .filter(row -> row.contains("contents\",\"key\":3,"))
                .toList());

    assertThat(read(snapshot, "--operator", "windows", "--key", "three")).isEqualTo(2);
    assertThat(read(snapshot, "--operator", "subtask-states", "--key", "3")).isEqualTo(2);
    assertThat(read(snapshot, "--operator", "windows", "--limit", "-1")).isEqualTo(2);
    assertThat(drey.err().lines())
        .containsExactly(
            "drey: Invalid key: must be of type Long but was 'three' (see drey state read --help)",
            "drey: Cannot look for key '3': subtask-states has no keyed state"
                + " (see drey state read --help)",
            "drey: Invalid --limit: must not be negative but was -1 (see drey state read --help)");
  }

  @Test
  void keepsTheRowsForWhichAnExpressionIsTrue() {
    Path snapshot = Snapshots.NATIVE_OF_HASHMAP.path();

    assertThat(read(snapshot, "--operator", "many-states", "--where", "value.balance <= -38"))
        .isZero();
    assertThat(drey.out().lines())
        .containsExactlyInAnyOrderElementsOf(
            ExpectedRows.ofManyStates().stream()
                .filter(row -> row.matches(".*\"balance\":-3[89],.*"))
                .toList());
  }

  @Test
  void refusesAnExpressionOnWhatRowsDoNotHave() {
    read(Snapshots.NATIVE_OF_HASHMAP.path(), "--operator", "subtask-states", "--where", "key == 1");

    assertThat(drey.err().strip())
        .isEqualTo(
            "drey: Unknown variable: 'key' (known: bytes, error, map_key, operator, state, subtask,"
                + " value) (--where, column 1) (see drey state read --help)");
  }

  @Test
  void tellsWhatIsExpired() {
    String[] wanted = {
      "--operator", "many-states", "--key", "key-3", "--as-of", "2999-01-01T00:00:00Z"
    };
    Path snapshot = Snapshots.CANONICAL_OF_ROCKSDB.path();

    read(snapshot, plus(wanted, "--ttl", "1d", "--ttl", "fresh=1000000d"));

    assertThat(drey.out().lines().filter(row -> row.contains("expired")))
        .allMatch(
            row ->
                row.matches(
                    ".*\"fresh\".*\"expired\":false}|"
                        + ".*\"fresh-list\".*\"expired\":\\[true,true]}|"
                        + ".*\"fresh-map\".*\"expired\":true}"))
        .hasSize(3);
  }

  private static String[] plus(String[] first, String... more) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(List.of(more));
    return all.toArray(new String[0]);
  }

  @Test
  void refusesATtlOfAStateThatHasNone() {
    Path snapshot = Snapshots.CANONICAL_OF_ROCKSDB.path();

    read(snapshot, "--operator", "many-states", "--ttl", "last=1d");
    read(snapshot, "--operator", "many-states", "--ttl", "1x");
    read(snapshot, "--operator", "many-states", "--as-of", "2026-01-01T00:00:00Z");
    read(snapshot, "--operator", "many-states", "--ttl", "1d", "--as-of", "soon");

    assertThat(drey.err().lines().map(line -> line.replace(" (see drey state read --help)", "")))
        .containsExactly(
            "drey: Unknown state with TTL: 'last' (known: fresh, fresh-list, fresh-map)",
            "drey: Invalid duration: must be like 30s or PT10M but was '1x'",
            "drey: Invalid --as-of: needs --ttl but there is none",
            "drey: Invalid --as-of: must be like 2026-01-31T12:00:00Z but was 'soon'");
  }

  @Test
  void printsRowsAsCsvTableAndJson() {
    String[] wanted = {"--operator", "subtask-states", "--state", "names", "--limit", "2", "-o"};
    Path snapshot = Snapshots.CANONICAL_OF_HASHMAP.path();

    read(snapshot, plus(wanted, "csv"));
    read(snapshot, plus(wanted, "table"));
    read(snapshot, plus(wanted, "json"));

    assertThat(drey.out())
        .isEqualTo(
            """
            operator,state,subtask,value,error,bytes
            subtask-states,names,0,a0,,
            subtask-states,names,0,b0,,
            state  subtask  value
            names  0        a0
            names  0        b0
            [{"operator":"subtask-states","state":"names","subtask":0,"value":"a0"},
             {"operator":"subtask-states","state":"names","subtask":0,"value":"b0"}]
            """);
  }

  @Test
  void warnsWhereTheCopiesOfBroadcastStateDiffer(@TempDir Path directory) throws IOException {
    boolean isChanged = false;
    for (Path file : Copies.of(Snapshots.NATIVE_OF_ROCKSDB.path(), directory)) {
      String bytes = Files.readString(file, ISO_8859_1);
      if (!isChanged && bytes.contains("rule-1")) {
        Files.writeString(file, bytes.replace("rule-1", "rule-7"), ISO_8859_1);
        isChanged = true;
      }
    }
    String[] rules = {"--operator", "subtask-states", "--state", "rules"};

    assertThat(read(directory, rules)).isZero();
    assertThat(drey.lines()).hasSize(3);
    assertThat(drey.err())
        .isEqualTo(
            "drey: warning: the copies of broadcast state 'rules' differ: that of subtask 0 is"
                + " shown\n");
    assertThat(read(directory, plus(rules, "--strict"))).isEqualTo(5);
  }

  @Test
  void namesTheOperatorsAndStatesThatThereAre() {
    Path snapshot = Snapshots.CANONICAL_OF_HASHMAP.path();

    assertThat(read(snapshot, "--operator", "window")).isEqualTo(2);
    assertThat(read(snapshot, "--operator", "windows", "--state", "contents")).isEqualTo(2);

    assertThat(drey.out()).isEmpty();
    assertThat(drey.err().lines())
        .containsExactly(
            "drey: Unknown operator: 'window' (known: "
                + String.join(", ", operators())
                + ")"
                + " (see drey state read --help)",
            "drey: Unknown state: 'contents' (known: _timer_state/event_window-timers,"
                + " _timer_state/processing_window-timers, window-contents)"
                + " (see drey state read --help)");
  }

  private static List<String> operators() {
    List<String> operators = new ArrayList<>();
    SavepointReport.of(SnapshotFiles.at(Snapshots.CANONICAL_OF_HASHMAP.path().toString()))
        .operators()
        .forEach(operator -> operators.add(operator.id().toString()));
    operators.sort(null);
    return operators;
  }

  @Test
  void printsWhatIsReadableOfADamagedSavepoint(@TempDir Path directory) throws IOException {
    Path metadata = directory.resolve("_metadata");
    Files.copy(Snapshots.COMPRESSED_CANONICAL_OF_HASHMAP.path().resolve("_metadata"), metadata);

    int exit = read(directory, "--operator", "many-states");

    assertThat(exit).isEqualTo(6);
    assertThat(drey.err()).startsWith("drey: Cannot read " + directory);
  }

  private int read(Path snapshot, String... options) {
    List<String> arguments = new ArrayList<>(List.of("state", "read", snapshot.toString()));
    arguments.addAll(List.of(options));
    return drey.run(arguments.toArray(new String[0]));
  }
}
