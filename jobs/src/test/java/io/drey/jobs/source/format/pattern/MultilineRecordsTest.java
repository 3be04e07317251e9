// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.pattern;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.source.format.RecordsKit;
import io.drey.jobs.source.format.RecordsKit.Cut;
import io.drey.jobs.source.line.ByteWindow;
import io.drey.jobs.source.line.RecordReader;
import io.drey.jobs.source.line.StreamPosition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MultilineRecordsTest {
  private static final int FUZZ = Integer.getInteger("drey.fuzz.inputs", 20_000);

  private final RecordsKit kit =
      new RecordsKit((in, start) -> new MultilineRecords(in, start, "^[0-9]"));

  @Test
  void joinsLinesToTheOneBefore() throws IOException {
    assertThat(texts("1 a\r\n  at b\r\n\n  at c\n2 d\n3 e\n x"))
        .containsExactly("1 a\r\n  at b\r\n\n  at c", "2 d", "3 e\n x");
  }

  @Test
  void linesBeforeTheFirstStartAreARecord() throws IOException {
    assertThat(texts("x\ny\n1 a\n")).containsExactly("x\ny", "1 a");
  }

  @Test
  void countsLines() throws IOException {
    List<Cut> cuts = kit.all("1 a\n b\n2 c\n\n\n3 d\n".getBytes(UTF_8));

    assertThat(cuts).extracting(Cut::linesBefore).containsExactly(0L, 2L, 5L);
    assertThat(cuts.get(2).next().lines()).isEqualTo(6);
  }

  @Test
  void theLastRecordMayGoOn() throws IOException {
    byte[] bytes = "1 a\n2 b\n c\n".getBytes(UTF_8);
    MultilineRecords reader =
        new MultilineRecords(new ByteArrayInputStream(bytes), StreamPosition.START, "^[0-9]");

    assertThat(reader.next()).isEqualTo(RecordReader.Found.RECORD);
    assertThat(reader.next()).isEqualTo(RecordReader.Found.UNFINISHED);
    assertThat(reader.nextOffset()).isEqualTo(4);
    assertThat(reader.linesRead()).isEqualTo(1);
  }

  @Test
  void goesOnBehindARecordThatIsTooLong() throws IOException {
    String line = " " + "x".repeat(1 << 20) + "\n";

    List<String> texts = texts("1\n" + line.repeat(ByteWindow.LONGEST >> 20) + "2\n");

    assertThat(texts).hasSize(2).last().isEqualTo("2");
  }

  @Test
  void everyStreamHasTheSameRecordsInPiecesAndContinued() throws IOException {
    for (int seed = 0; seed < FUZZ; seed++) {
      Random random = new Random(seed);
      kit.check(RecordsKit.random(random, "1\n \ra", 40), random);
    }
  }

  private List<String> texts(String content) throws IOException {
    return kit.texts(content.getBytes(UTF_8));
  }
}
