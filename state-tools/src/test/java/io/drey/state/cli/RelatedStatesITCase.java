// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  private final TestingDrey drey = new TestingDrey();
  private final Path directory;

  RelatedStatesITCase(@TempDir Path directory) {
    this.directory = directory;
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
    CappedSteps steps = new CappedSteps(directory.resolve("steps"));
    Path savepoint = steps.savepoint(backend, BEFORE);
    CappedSteps reference = new CappedSteps(directory.resolve("reference"));
    Path expected = reference.savepoint(backend, without(BEFORE, key));
    Path erased = directory.resolve("erased");

    int exit =
        drey.run(
            "state",
            "erase",
            savepoint.toString(),
            option,
            option.equals("--key") ? key : "key == '" + key + "'",
            "--out",
            erased.toString(),
            "--execute");

    assertThat(exit).as(drey.err()).isEqualTo(5);
    assertThat(drey.err()).contains("not looked into: events, coordinator");
    assertSame(erased, expected);
    assertThat(containsText(savepoint, key)).isTrue();
    assertThat(containsText(erased, key)).isFalse();
    Map<String, List<String>> outputs = steps.goOn(erased, other, parallelism, AFTER);
    assertThat(outputs).isEqualTo(reference.goOn(expected, other, parallelism, AFTER));
    assertThat(outputs.get("visits-evicted")).isNotEmpty();
    assertThat(outputs.get("store-changes")).anyMatch(change -> change.contains("deleted"));
  }

  private static void assertSame(Path actual, Path expected) {
    for (String operator : CappedSteps.OPERATORS) {
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

  private static boolean containsText(Path savepoint, String text) throws IOException {
    try (Stream<Path> files = Files.walk(savepoint)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
          return true;
        }
      }
    }
    return false;
  }
}
