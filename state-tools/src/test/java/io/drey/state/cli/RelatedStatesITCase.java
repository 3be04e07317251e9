// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** States that tell of other states of their operator change with these. */
class RelatedStatesITCase {
  /** Ten keys, used in the order of their numbers, of which some are used again. */
  private static final List<String> BEFORE =
      IntStream.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 3, 7).mapToObj(i -> event(i, i)).toList();

  /** More keys than any step keeps, between others that were used before. */
  private static final List<String> AFTER =
      IntStream.range(0, 60)
          .map(i -> i % 3 == 0 ? i % 10 : 100 + i)
          .mapToObj(i -> event(i, i + 5))
          .toList();

  /** Steps that keep nothing of events that has their keys. */
  private static final List<String> WITHOUT_EVENTS =
      List.of(
          "first", "door", "passing", "forever", "numbered", "counted", "lost", "tally", "store");

  /** Changes all keys, of which two become one. */
  private static final String KEYS =
      "{transform: \"key == 'key-3-' || key == 'key-7-' ? 'both' : split(key, '-')[1] + '-yek'\","
          + " on-collision: last}";

  private final TestingDrey drey = new TestingDrey();
  private final Path directory;
  private final Path target;

  RelatedStatesITCase(@TempDir Path directory) {
    this.directory = directory;
    this.target = directory.resolve("changed");
  }

  private static String event(int key, int number) {
    return "{'at':'2026-01-01T00:00:%02dZ','k':'key-%d-','n':%d,'s':'%s','op':'set','scope':'key-%d-','key':'x%d','value':%d}"
        .formatted(number % 60, key, number, number % 2 == 0 ? "open" : "shut", key, number, number)
        .replace('\'', '"');
  }

  private static List<String> without(List<String> events, String key) {
    return events.stream().filter(event -> !event.contains(key)).toList();
  }

  /** What was erased was never there: also not for what is evicted later. */
  @ParameterizedTest
  @CsvSource({
    "key-0-, --key, hashmap, rocksdb, 2",
    "key-1-, --where, rocksdb, hashmap, 1",
    "key-4-, --where, hashmap, rocksdb, 1",
    "key-3-, --key, hashmap, hashmap, 2",
    "key-7-, --where, rocksdb, rocksdb, 2",
    "key-9-, --key, hashmap, hashmap, 1"
  })
  void erasesAKeyAsIfItHadNotBeen(
      String key, String option, String backend, String other, int parallelism) throws IOException {
    CappedSteps steps = steps("steps", 2);
    Path savepoint = steps.savepoint(backend, BEFORE);
    CappedSteps reference = steps("reference", 2);
    Path expected = reference.savepoint(backend, without(BEFORE, key));

    String what = option.equals("--key") ? key : "key == '" + key + "'";
    assertThat(change("erase", savepoint, option, what)).as(drey.err()).isEqualTo(5);

    assertThat(drey.err()).contains("not looked into: events, coordinator");
    assertSame(target, expected, CappedSteps.OPERATORS);
    assertThat(Bytes.contain(savepoint, key)).isTrue();
    assertThat(Bytes.contain(target, key)).isFalse();
    Map<String, List<String>> outputs = steps.goOn(target, other, parallelism, AFTER);
    assertThat(outputs).isEqualTo(reference.goOn(expected, other, parallelism, AFTER));
    assertThat(outputs.get("visits-evicted")).isNotEmpty();
    assertThat(outputs.get("store-changes")).anyMatch(change -> change.contains("deleted"));
  }

  /** Each key group becomes two, which keep the order. */
  @ParameterizedTest
  @CsvSource({"hashmap, rocksdb, 2", "rocksdb, hashmap, 1"})
  void splitsKeyGroups(String backend, String other, int parallelism) throws Exception {
    CappedSteps steps = steps("steps", 2).with("CAP", 36);
    Path savepoint = steps.savepoint(backend, BEFORE);
    CappedSteps reference = steps("reference", 4).with("CAP", 36);
    Path expected = reference.savepoint(backend, BEFORE);

    assertThat(migrate(savepoint, "max-parallelism: 4")).as(drey.err()).isZero();

    assertSame(target, expected, CappedSteps.OPERATORS);
    Map<String, List<String>> outputs =
        steps.with("GROUPS", 4).goOn(target, other, parallelism, AFTER);
    assertThat(outputs).isEqualTo(reference.goOn(expected, other, parallelism, AFTER));
    assertThat(outputs.get("visits-evicted")).isNotEmpty();
  }

  /** Of keys of several key groups no order is known, but none is lost, or evicted twice. */
  @Test
  void mergesKeyGroups() throws Exception {
    CappedSteps steps = steps("steps", 8).with("CAP", 80);
    Path savepoint = steps.savepoint("hashmap", BEFORE);

    assertThat(migrate(savepoint, "max-parallelism: 3")).as(drey.err()).isZero();

    assertThat(keys(target, "newer-key")).hasSize(10).isEqualTo(keys(target, "seen-at"));
    Map<String, List<String>> outputs =
        steps.with("GROUPS", 3).with("CAP", 12).goOn(target, "rocksdb", 2, AFTER);
    String sessions = outputs.get("visits") + "" + outputs.get("visits-evicted");
    assertThat(outputs.get("visits-evicted")).hasSizeGreaterThan(10);
    assertThat(sessions.split("\"at\":", -1)).hasSize(1 + BEFORE.size() + AFTER.size());
  }

  private List<String> keys(Path savepoint, String state) {
    drey.clear();
    String operator = "first";
    drey.run("state", "read", savepoint.toString(), "--operator", operator, "--state", state);
    return drey.lines().stream()
        .map(row -> row.replaceAll(".*\"key\":(\"[^\"]*\").*", "$1"))
        .sorted()
        .toList();
  }

  /** In one key group, the order is that of a job that had the new keys from the start. */
  @ParameterizedTest
  @CsvSource({"hashmap, rocksdb", "rocksdb, hashmap"})
  void changesKeys(String backend, String other) throws Exception {
    CappedSteps steps = steps("steps", 1);
    Path savepoint = steps.savepoint(backend, BEFORE);
    CappedSteps reference = steps("reference", 1);
    Path expected = reference.savepoint(backend, changed(without(BEFORE, "key-3-")));
    StringBuilder plan = new StringBuilder("operators:\n");
    WITHOUT_EVENTS.forEach(step -> plan.append("  %s: {keys: %s}\n".formatted(step, KEYS)));

    assertThat(migrate(savepoint, plan.toString())).as(drey.err()).isZero();

    assertSame(target, expected, WITHOUT_EVENTS);
    List<String> after = changed(without(AFTER, "key-3-"));
    Map<String, List<String>> outputs = steps.goOn(target, other, 1, after);
    Map<String, List<String>> wanted = reference.goOn(expected, other, 1, after);
    WITHOUT_EVENTS.forEach(step -> assertThat(outputs.get(step)).isEqualTo(wanted.get(step)));
  }

  private static List<String> changed(List<String> events) {
    return events.stream()
        .map(event -> event.replace("key-7-", "both").replaceAll("key-(\\d)-", "$1-yek"))
        .toList();
  }

  /** Timers and links too, and commands that wait to be sorted; the text is gone. */
  @ParameterizedTest
  @ValueSource(strings = {"x0-", "x2-", "x3-"})
  void erasesEntriesAsIfTheyHadNotBeen(String key) throws Exception {
    List<String> before = entries(0, 1, 2, 0, 3);
    List<String> after = entries(4, 1, 5, 6, 0, 7, 8);
    CappedSteps steps = stores("steps", "30d");
    Path savepoint = steps.savepoint("rocksdb", before);
    CappedSteps reference = stores("reference", "30d");
    Path expected = reference.savepoint("rocksdb", without(before, key));

    String where = "map_key == '%s' || value[0].command.key == '%s'".formatted(key, key);
    assertThat(change("erase", savepoint, "--where", where)).as(drey.err()).isEqualTo(5);

    assertSame(target, expected, List.of("store"));
    assertThat(Bytes.contain(savepoint, key)).isTrue();
    assertThat(Bytes.contain(target, key)).isFalse();
    assertThat(steps.goOn(target, "hashmap", 2, after))
        .isEqualTo(reference.goOn(expected, "hashmap", 2, after));
  }

  @Test
  void removesEntriesByAPlan() throws Exception {
    CappedSteps steps = stores("steps", "30d");
    Path savepoint = steps.savepoint("hashmap", entries(0, 1, 2, 3));
    CappedSteps reference = stores("reference", "30d");
    Path expected = reference.savepoint("hashmap", without(entries(0, 1, 2, 3), "x2-"));

    String plan = "operators: {store: {states: {entries: {keep-if: \"map_key != 'x2-'\"}}}}";
    assertThat(migrate(savepoint, plan)).as(drey.err()).isZero();

    assertSame(target, expected, List.of("store"));
    assertThat(drey.lines())
        .anyMatch(line -> line.matches(".*\"size\",\"change\":\"computed anew\".*"))
        .anyMatch(line -> line.matches(".*\"entries\",\"change\":\"entries removed\".*"));
  }

  /** Commands that wait in the sorter, in key groups of the old max parallelism. */
  @Test
  void refusesOtherKeyGroupsForCommandsThatWait() throws Exception {
    Path savepoint = stores("steps", "30d").savepoint("hashmap", entries(0, 1));

    assertThat(migrate(savepoint, "operators: {sorted: {max-parallelism: 4}}")).isEqualTo(5);

    assertThat(drey.err())
        .endsWith(
            "drey: Cannot change operator 'sorted-order': its state 'buffered' has entries that fit"
                + " only the old key groups: take a savepoint when it has none, or drop the state"
                + " and the timers\n");
    assertThat(target).doesNotExist();
  }

  /** The plan names one operator of the step. */
  @Test
  void changesTheMaxParallelismOfAStepAsAWhole() throws Exception {
    Path savepoint = stores("steps", "0s").savepoint("hashmap", entries(0, 1, 2));
    String drop = "operators: {sorted-order: {states: {buffered: drop}, timers: drop}%s}";
    String one = drop.formatted(", sorted: {max-parallelism: 4}, store-key: {max-parallelism: 8}");

    assertThat(migrate(savepoint, one)).as(drey.err()).isZero();

    drey.clear();
    drey.run("state", "ls", target.toString(), "-o", "jsonl");
    assertThat(drey.lines().stream().map(RelatedStatesITCase::maxParallelism))
        .contains("sorted 4", "sorted-groups 4", "sorted-order 4", "sorted-late 4", "sorted-key 4")
        .contains("store 8", "store-groups 8", "store-key 8", "events 1");
  }

  private static String maxParallelism(String row) {
    return row.replaceAll(".*\"uid\":\"([^\"]*)\".*\"max_parallelism\":(\\d+).*", "$1 $2");
  }

  @Test
  void goesOnInOtherKeyGroupsWithoutTheCommandsThatWaited() throws Exception {
    CappedSteps steps = stores("steps", "0s");
    Path savepoint = steps.savepoint("hashmap", entries(0, 1, 2));
    String drop = "operators: {sorted-order: {states: {buffered: drop}, timers: drop}}";

    assertThat(migrate(savepoint, "max-parallelism: 4\n" + drop)).as(drey.err()).isZero();

    assertThat(steps.with("GROUPS", 4).goOn(target, "rocksdb", 2, entries(3, 5)).get("sorted"))
        .hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          store: {states: {size: {transform: "value + 1"}}} | its state 'size' tells of 'entries'
          store: {states: {recency-links: drop}} | its states recency-ends, recency-links can only
          store: {states: {older-key: drop}} | its states key-groups, newer-key, older-key can only
          """)
  void changesWhatTellsOfOthersOnlyWithThese(String change, String reason) throws Exception {
    Path savepoint = stores("steps", "30d").savepoint("hashmap", entries(0, 1));

    assertThat(migrate(savepoint, "operators: {" + change + "}")).isEqualTo(5);

    assertThat(drey.err()).contains("Cannot change operator 'store': " + reason);
  }

  /** Commands that set keys of one scope. */
  private static List<String> entries(int... keys) {
    return IntStream.of(keys)
        .mapToObj(
            key ->
                "{'at':'2026-01-01T00:00:0%dZ','op':'set','scope':'s','key':'x%d-','value':%d}"
                    .formatted(key, key, key)
                    .replace('\'', '"'))
        .toList();
  }

  private CappedSteps steps(String name, int groups) {
    return new CappedSteps(directory.resolve(name), "pipeline.yaml")
        .with("GROUPS", groups)
        .with("CAP", groups == 1 ? 12 : 6 * groups);
  }

  private CappedSteps stores(String name, String late) {
    return new CappedSteps(directory.resolve(name), "kv.yaml").with("GROUPS", 2).with("LATE", late);
  }

  private int migrate(Path savepoint, String plan) throws IOException {
    Path file = Files.writeString(directory.resolve("plan.yaml"), "version: 1\n" + plan);
    return change("migrate", savepoint, "--plan", file.toString());
  }

  private int change(String command, Path savepoint, String... what) {
    List<String> arguments = new ArrayList<>(List.of("state", command, savepoint.toString()));
    arguments.addAll(List.of(what));
    arguments.addAll(List.of("--out", target.toString(), "--execute"));
    return drey.run(arguments.toArray(String[]::new));
  }

  private static void assertSame(Path actual, Path expected, List<String> operators) {
    for (String operator : operators) {
      TestingDrey diff = new TestingDrey();
      int exit =
          diff.run(
              "state",
              "diff",
              actual.toString(),
              expected.toString(),
              "--operator",
              operator,
              "--rows");
      assertThat(exit).as(operator + ": " + diff.out() + diff.err()).isZero();
    }
  }
}
