// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.source.format.RecordsKit;
import io.drey.jobs.source.format.RecordsKit.Cut;
import io.drey.jobs.source.line.ByteWindow;
import io.drey.jobs.source.line.MalformedLineException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CsvRecordsTest {
  private static final int FUZZ = Integer.getInteger("drey.fuzz.inputs", 20_000);

  private final RecordsKit kit =
      new RecordsKit((in, start) -> new CsvRecords(in, start, (byte) ','));

  @Test
  void keepsLineBreaksInQuotes() throws IOException {
    assertThat(texts("id,desc\r\n1,\"two\nlines\"\r\n\"2\",\"a\r\n\"\"b\"\"\n\"\n\n3,x\"y\nend"))
        .containsExactly(
            "id,desc", "1,\"two\nlines\"", "\"2\",\"a\r\n\"\"b\"\"\n\"", "", "3,x\"y", "end");
  }

  @Test
  void countsLinesWithinRecords() throws IOException {
    assertThat(kit.all("a\n\"b\n\n\"\nc".getBytes(UTF_8)).stream().map(Cut::linesBefore))
        .containsExactly(0L, 1L, 4L);
  }

  @Test
  void leavesOutAByteOrderMarkBeforeAQuote() throws IOException {
    assertThat(texts("\uFEFF\"a\n\",b\n")).containsExactly("\"a\n\",b");
  }

  @Test
  void aQuoteOpenAtTheEndIsMalformedWithItsLineOnly() throws IOException {
    assertThat(texts("1,\"x\n2,b\n3,c")).containsExactly("1,\"x", "2,b", "3,c");
    assertThat(texts("\"1\n\",\"x\n2,b\n")).containsExactly("\"1\n\",\"x", "2,b");
  }

  @Test
  void aStrayQuoteTakesNoFurtherLines() throws IOException {
    assertThat(texts("1,\"x\n2,\"b\"\n3,c\n")).containsExactly("1,\"x", "2,\"b\"", "3,c");
    assertThat(texts("1,\"x\n2\"\r,b\n")).containsExactly("1,\"x", "2\"\r,b");
  }

  @Test
  void aQuoteOpenForAMebibyteIsMalformedWithItsLineOnly() throws IOException {
    String line = "x".repeat(1023) + "\n";
    String fits = "\"" + line.repeat(1024).substring(2) + "\n\"\n";
    assertThat(texts(fits + "1,b\n")).hasSize(2).last().isEqualTo("1,b");

    List<String> cut = texts("0,\"a\n" + line.repeat(1025) + "1,b\"\n");
    assertThat(cut).hasSize(1027).startsWith("0,\"a", line.strip()).endsWith("1,b\"");
  }

  @Test
  void aLongValueInOneLineIsWhole() throws IOException {
    String value = "1,\"" + "x".repeat(3 << 20) + "\",2";

    assertThat(texts(value + "\n3,c\n")).containsExactly(value, "3,c");
  }

  @Test
  void ofARecordThatIsTooLongOnlyTheBeginningIsKept() throws IOException {
    String piece = "\"" + "x".repeat(1 << 19) + "\n\",";
    StringBuilder text = new StringBuilder();
    while (text.length() <= ByteWindow.LONGEST) {
      text.append(piece);
    }

    assertThat(texts(text + "\"\"\n3,c\n")).hasSize(2).last().isEqualTo("3,c");
  }

  @Test
  void everyStreamHasTheSameRecordsInPiecesAndContinued() throws IOException {
    for (int seed = 0; seed < FUZZ; seed++) {
      Random random = new Random(seed);
      byte[] content = RecordsKit.random(random, "a,\"\n\r\u00ef\u00bb\u00bf", 40);
      kit.check(content, random);
    }
  }

  @Test
  void readsTheValuesThatWereWritten() throws IOException, MalformedLineException {
    for (int seed = 0; seed < FUZZ; seed++) {
      Random random = new Random(seed);
      List<List<String>> rows = rows(random);
      String text = written(rows, random);

      assertThat(values(text)).as(text).isEqualTo(rows);
    }
  }

  private List<List<String>> values(String text) throws IOException, MalformedLineException {
    List<List<String>> rows = new ArrayList<>();
    CsvValues values = new CsvValues((byte) ',');
    for (String record : texts(text)) {
      if (record.isEmpty()) {
        continue;
      }
      byte[] bytes = record.getBytes(UTF_8);
      List<String> row = new ArrayList<>();
      values.begin(bytes, 0, bytes.length);
      do {
        values.next();
        row.add(new String(values.bytes(), values.from(), values.to() - values.from(), UTF_8));
      } while (values.hasNext());
      rows.add(row);
    }
    return rows;
  }

  private static List<List<String>> rows(Random random) {
    List<List<String>> rows = new ArrayList<>();
    int count = random.nextInt(5);
    for (int i = 0; i < count; i++) {
      List<String> row = new ArrayList<>();
      int columns = 1 + random.nextInt(4);
      while (row.size() < columns) {
        row.add(new String(RecordsKit.random(random, "ab,\"\n\r", 6), UTF_8));
      }
      rows.add(row);
    }
    return rows;
  }

  /** Values quoted where they must be, and sometimes where they need not. */
  private static String written(List<List<String>> rows, Random random) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      String between = "";
      for (String value : row) {
        text.append(between).append(written(value, random));
        between = ",";
      }
      text.append(random.nextBoolean() ? "\n" : "\r\n");
    }
    return text.toString();
  }

  private static String written(String value, Random random) {
    boolean plain = !value.isEmpty() && value.chars().noneMatch(c -> ",\"\n\r".indexOf(c) >= 0);
    return plain && random.nextBoolean() ? value : "\"" + value.replace("\"", "\"\"") + "\"";
  }

  private List<String> texts(String content) throws IOException {
    return kit.texts(content.getBytes(UTF_8)).stream()
        .map(text -> new String(text.getBytes(ISO_8859_1), UTF_8))
        .toList();
  }
}
