// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drey.state.sample.Snapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LsITCase {
  private final TestingDrey drey = new TestingDrey();

  @Test
  void listsOperatorsAndStatesAsJson() throws IOException {
    int exit = drey.run("state", "ls", "-o", "json", path(Snapshots.CANONICAL_OF_HASHMAP));

    JsonNode operators = new ObjectMapper().readTree(drey.out());
    JsonNode operator = operators.get(find(operators, "subtask-states"));
    assertThat(exit).isZero();
    assertThat(drey.err()).isEmpty();
    assertThat(operator.get("parallelism").asInt()).isEqualTo(2);
    assertThat(operator.get("max_parallelism").asInt()).isEqualTo(16);
    assertThat(operator.get("bytes").asLong()).isPositive();
    assertThat(operator.get("states"))
        .hasToString(
            "[{'name':'names','kind':'operator list','key_type':null,'value_type':'List<String>','ttl':false},"
                    .replace('\'', '"')
                + "{'name':'none','kind':'operator list','key_type':null,'value_type':'List<Long>','ttl':false},"
                    .replace('\'', '"')
                + "{'name':'offsets','kind':'operator list','key_type':null,'value_type':'List<Tuple2<String, Long>>','ttl':false},"
                    .replace('\'', '"')
                + ("{'name':'rules','kind':'broadcast','key_type':null,'value_type':'Map<String, Account{"
                        + "address: Address{city: String, zip: Int}, balance: Long,"
                        + " homes: Map<String, Address{city: String, zip: Int}>,"
                        + " kind: enum Kind[BASIC, PREMIUM], limits: Set<Int>, owner: String,"
                        + " rating: Int, tags: List<String>}>','ttl':false}]")
                    .replace('\'', '"'));
  }

  @Test
  void saysOfKeyedStatesWhatTheyAre() throws IOException {
    drey.run("state", "ls", "-o", "json", path(Snapshots.NATIVE_OF_ROCKSDB));

    JsonNode operators = new ObjectMapper().readTree(drey.out());
    JsonNode states = operators.get(find(operators, "many-states")).get("states");
    assertThat(states)
        .extracting(JsonNode::toString)
        .contains(
            state("counts", "map", "Map<String, Long>", false),
            state("fresh", "value", "String", true),
            state("fresh-list", "list", "List<Int>", true),
            state("fresh-map", "map", "Map<Int, String>", true),
            state("joined", "aggregating", "String", false),
            state("last", "value", "Long", false),
            state("names", "list", "List<String>", false),
            state("sum", "reducing", "Long", false),
            state("_timer_state/event_user-timers", "timers", "Timer", false));
  }

  @Test
  void findsTimersThatOperatorsWrite() throws IOException {
    drey.run("state", "ls", "-o", "json", path(Snapshots.RAW_TIMERS_OF_ROCKSDB));

    JsonNode operators = new ObjectMapper().readTree(drey.out());
    assertThat(operators.get(find(operators, "many-states")).get("states"))
        .extracting(JsonNode::toString)
        .contains(
            state("_timer_state/event_user-timers", "timers", "Timer", false),
            state("_timer_state/processing_user-timers", "timers", "Timer", false));
  }

  @Test
  void printsATable() {
    int exit = drey.run("state", "ls", "-o", "table", path(Snapshots.CANONICAL_OF_HASHMAP));

    assertThat(exit).isZero();
    assertThat(drey.out().lines().toList())
        .anyMatch(
            line ->
                line.matches(
                    "windows +Windows +2 +16 +window-contents, _timer_state/event_window-timers,"
                        + " _timer_state/processing_window-timers +\\d+"));
    assertThat(drey.out().lines().skip(1).map(line -> line.endsWith(" 0")))
        .isSortedAccordingTo(Comparator.naturalOrder())
        .contains(true, false);
  }

  @ParameterizedTest
  @CsvSource({"80, ls", "120, ls", "80, show", "120, show"})
  void fitsIntoTheTerminal(int columns, String command) {
    TestingDrey terminal = new TestingDrey(columns);

    int exit = terminal.run("state", command, path(Snapshots.CANONICAL_OF_HASHMAP));

    assertThat(exit).isZero();
    assertThat(terminal.out().lines())
        .hasSizeGreaterThan(8)
        .allMatch(line -> line.replaceAll("\u001b\\[\\d*m", "").length() <= columns);
    assertThat(terminal.out().lines().filter(line -> line.startsWith("\u001b[2m"))).isNotEmpty();
  }

  @Test
  void endsWithSixWhereThereIsNoSavepoint(@TempDir Path directory) {
    int exit = drey.run("state", "ls", directory.toString());

    assertThat(exit).isEqualTo(6);
    assertThat(drey.out()).isEmpty();
    assertThat(drey.err())
        .isEqualTo(
            "drey: Cannot read "
                + directory
                + "/_metadata: no such file (not the directory of a savepoint or checkpoint)\n");
  }

  @Test
  void takesTheNewestSavepointOfADirectory(@TempDir Path directory) throws IOException {
    place(Snapshots.MANY_KEY_GROUPS, directory.resolve("b"), 2_000_000_000_000L);
    place(Snapshots.CANONICAL_OF_ROCKSDB, directory.resolve("a"), 1_000_000_000_000L);
    place(Snapshots.CANONICAL_OF_ROCKSDB, directory.resolve("c"), 1_500_000_000_000L);

    assertThat(drey.run("state", "ls", "-o", "csv", directory.toString())).isZero();
    assertThat(drey.out()).contains("windows,Windows,2,1000,");
  }

  private static void place(Snapshots snapshot, Path directory, long millis) throws IOException {
    Files.createDirectory(directory);
    List<Path> unused = Copies.of(snapshot.path(), directory);
    Files.setLastModifiedTime(directory.resolve("_metadata"), FileTime.fromMillis(millis));
  }

  @Test
  void listsWhatIsReadableOfADamagedSavepoint(@TempDir Path directory) throws IOException {
    Path metadata = directory.resolve("_metadata");
    Files.copy(Snapshots.COMPRESSED_CANONICAL_OF_HASHMAP.path().resolve("_metadata"), metadata);

    int exit = drey.run("state", "ls", "-o", "csv", directory.toString());

    assertThat(exit).isEqualTo(6);
    assertThat(drey.out()).contains("windows,Windows,1,16,");
    assertThat(drey.err())
        .startsWith("drey: Cannot read " + directory)
        .contains(": no such file\n");
  }

  private static String path(Snapshots snapshot) {
    return snapshot.path().toString();
  }

  private static int find(JsonNode operators, String uid) {
    for (int i = 0; i < operators.size(); i++) {
      if (operators.get(i).get("uid").asText().equals(uid)) {
        return i;
      }
    }
    throw new AssertionError("No operator '" + uid + "' in " + List.of(operators));
  }

  private static String state(String name, String kind, String valueType, boolean hasTtl) {
    return "{'name':'%s','kind':'%s','key_type':'String','value_type':'%s','ttl':%s}"
        .formatted(name, kind, valueType, hasTtl)
        .replace('\'', '"');
  }
}
