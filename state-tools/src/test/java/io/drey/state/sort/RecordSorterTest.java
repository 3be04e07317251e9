// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sort;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordSorterTest {
  private static final long AMPLE = 1 << 28;

  private final Path directory;

  RecordSorterTest(@TempDir Path directory) {
    this.directory = directory;
  }

  /** Lengths, letters and budgets make few or many runs, of keys that share much or little. */
  @ParameterizedTest
  @CsvSource({
    "0, 1, 2, 1024",
    "1, 1, 2, 1024",
    "5000, 3, 2, 268435456",
    "5000, 40, 2, 268435456",
    "5000, 40, 256, 268435456",
    "5000, 12, 3, 40000",
    "20, 3000, 2, 1024",
    "20, 300000, 2, 1024",
    "5000, 9, 4, 1024"
  })
  void sortsAsAListDoes(int count, int longestKey, int letters, long budget) {
    List<Row> rows = rows(count, longestKey, letters);

    List<Row> sorted = sorted(rows, budget);

    assertThat(sorted).containsExactlyInAnyOrderElementsOf(rows);
    // each character is a byte, and characters sort as bytes do
    assertThat(sorted)
        .extracting(Row::key)
        .containsExactlyElementsOf(rows.stream().map(Row::key).sorted().toList());
  }

  @Test
  void sortsKeysThatShareMuchMoreThanTheyDiffer() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      rows.add(new Row("a".repeat(3000 + i % 100), i));
    }

    assertThat(sorted(rows, AMPLE)).extracting(row -> row.key().length()).isSorted().hasSize(200);
  }

  @Test
  void writesNothingThatFitsIntoMemory() throws IOException {
    Files.delete(directory);

    assertThat(sorted(rows(1000, 20, 256), AMPLE)).hasSize(1000);
  }

  @Test
  void leavesNoFile() throws IOException {
    try (RecordSorter sorter = new RecordSorter(directory, 0)) {
      add(rows(1000, 20, 256), sorter);
      assertThat(sorter.sorted().next()).isTrue();
    }

    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void saysWhereItCannotWrite() throws IOException {
    Files.delete(directory);

    assertThatThrownBy(() -> sorted(rows(1000, 20, 256), 0))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("Cannot sort in " + directory + " (see --tmp)");
  }

  /** A record, whose key has a character for each byte. */
  private record Row(String key, int value) {}

  private static List<Row> rows(int count, int longestKey, int letters) {
    Random random = new Random(count + longestKey);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder key = new StringBuilder();
      for (int rest = random.nextInt(longestKey + 1); rest > 0; rest--) {
        key.append((char) random.nextInt(letters));
      }
      rows.add(new Row(key.toString(), i));
    }
    return rows;
  }

  private List<Row> sorted(List<Row> rows, long budget) {
    try (RecordSorter sorter = new RecordSorter(directory, budget)) {
      add(rows, sorter);
      List<Row> sorted = new ArrayList<>();
      Records records = sorter.sorted();
      while (records.next()) {
        sorted.add(new Row(key(records), value(records)));
      }
      return sorted;
    }
  }

  private static void add(List<Row> rows, RecordSorter sorter) {
    for (Row row : rows) {
      byte[] key = row.key().getBytes(ISO_8859_1);
      byte[] value = String.valueOf(row.value()).getBytes(ISO_8859_1);
      sorter.add(key, key.length, value, value.length);
    }
  }

  private static String key(Records records) {
    int from = records.keyFrom();
    return new String(records.bytes(), from, records.keyTo() - from, ISO_8859_1);
  }

  private static int value(Records records) {
    int from = records.valueFrom();
    String text = new String(records.bytes(), from, records.valueTo() - from, ISO_8859_1);
    return Integer.parseInt(text);
  }
}
