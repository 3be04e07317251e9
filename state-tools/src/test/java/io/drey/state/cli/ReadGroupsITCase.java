// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.Snapshots;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReadGroupsITCase {
  private static final String MANY_STATES = "many-states";

  private final TestingDrey drey = new TestingDrey();

  @ParameterizedTest
  @EnumSource
  void readsAllKeyedRowsByTheirGroups(Snapshots snapshot) {
    List<String> all = new ArrayList<>();
    int groups = snapshot.name().startsWith("MANY_KEY_GROUPS") ? 1000 : 16;
    int each = groups / 4;
    for (int first = 0; first < groups; first += each) {
      int from = first;
      int last = first + each - 1;
      List<String> rows = rows(snapshot, "--key-groups", first + "-" + last);

      assertThat(rows).allMatch(row -> group(row) >= from && group(row) <= last);
      all.addAll(rows);
    }

    assertThat(all.stream().map(ReadGroupsITCase::withoutGroup))
        .containsExactlyInAnyOrderElementsOf(
            rows(snapshot).stream().filter(row -> row.contains("\"key\":")).toList());
  }

  @Test
  void readsPagesOfAGroup() {
    List<String> whole = rows(Snapshots.NATIVE_OF_ROCKSDB, "--key-groups", "3");
    List<String> pages = new ArrayList<>();
    while (pages.size() < whole.size()) {
      pages.addAll(
          rows(
              Snapshots.NATIVE_OF_ROCKSDB,
              "--key-groups",
              "3-3",
              "--skip",
              String.valueOf(pages.size()),
              "--limit",
              "4"));
    }

    assertThat(whole).hasSizeGreaterThan(4).doesNotHaveDuplicates();
    assertThat(pages).isEqualTo(whole);
    assertThat(rows(Snapshots.NATIVE_OF_ROCKSDB, "--skip", "1000000")).isEmpty();
  }

  @Test
  void skipsRowsThatAreSelected() {
    String[] where = {"--key-groups", "0-15", "--where", "state == 'last' && key_group > 3"};
    List<String> selected = rows(Snapshots.CANONICAL_OF_HASHMAP, where);

    assertThat(selected).hasSizeGreaterThan(3).allMatch(row -> group(row) > 3);
    assertThat(rows(Snapshots.CANONICAL_OF_HASHMAP, plus(where, "--skip", "2")))
        .isEqualTo(selected.subList(2, selected.size()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --operator=many-states --key-groups=16 | Invalid --key-groups: must be FIRST or FIRST-LAST, from 0 to 15, but was '16'
          --operator=many-states --key-groups=3-2 | Invalid --key-groups: must be FIRST or FIRST-LAST, from 0 to 15, but was '3-2'
          --operator=many-states --key-groups=a | Invalid --key-groups: must be FIRST or FIRST-LAST, from 0 to 15, but was 'a'
          --operator=many-states --key-groups=1 --key=key-1 | Invalid --key-groups: must not be given with --key, which lies in one of them
          --operator=subtask-states --key-groups=1 | Invalid --key-groups: subtask-states has no keyed state
          --operator=many-states --skip=-1 | Invalid --skip: must not be negative but was -1
          """)
  void refusesWhatCannotBe(String options, String problem) {
    List<String> arguments = new ArrayList<>(List.of("state", "read"));
    arguments.add(Snapshots.CANONICAL_OF_HASHMAP.path().toString());
    arguments.addAll(List.of(options.split(" ")));

    assertThat(drey.run(arguments.toArray(new String[0]))).isEqualTo(2);
    assertThat(drey.err().strip()).isEqualTo("drey: " + problem + " (see drey state read --help)");
  }

  private List<String> rows(Snapshots snapshot, String... options) {
    List<String> arguments = new ArrayList<>(List.of("state", "read", snapshot.path().toString()));
    arguments.addAll(List.of("--operator", MANY_STATES));
    arguments.addAll(List.of(options));
    drey.clear();
    assertThat(drey.run(arguments.toArray(new String[0]))).isZero();
    return drey.out().lines().toList();
  }

  private static String[] plus(String[] options, String... more) {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of(more));
    return all.toArray(new String[0]);
  }

  private static int group(String row) {
    return Integer.parseInt(row.replaceAll(".*\"key_group\":(\\d+),\"key\".*", "$1"));
  }

  private static String withoutGroup(String row) {
    return row.replaceFirst("\"key_group\":\\d+,", "");
  }
}
