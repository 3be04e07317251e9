// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final Contender FAST = new TestingContender("fast", Unit.EVENTS_PER_SECOND, 3_000);
  private static final Contender SLOW = new TestingContender("slow", Unit.EVENTS_PER_SECOND, 1_000);

  @Test
  void passesAtTheBar() throws Exception {
    assertThat(line(new Row("speed", "two cores", FAST, SLOW, Bar.atLeast(3))))
        .isEqualTo("| speed | two cores | 3,000/s | slow | 1,000/s | 3.00 | at least 3.0 | pass |");
  }

  @Test
  void missesBelowTheBar() throws Exception {
    assertThat(line(new Row("speed", "two cores", SLOW, FAST, Bar.atLeast(0.8))))
        .isEqualTo(
            "| speed | two cores | 1,000/s | fast | 3,000/s | 0.33 | at least 0.8 | **missed** |");
  }

  @Test
  void missesAboveABarThatIsAMost() throws Exception {
    Contender start = new TestingContender("drey", Unit.SECONDS, 2.5);
    Contender reference = new TestingContender("by hand", Unit.SECONDS, 2);

    assertThat(line(new Row("start", "", start, reference, Bar.atMost(1.1))))
        .isEqualTo("| start |  | 2.50 s | by hand | 2.00 s | 1.25 | at most 1.1 | **missed** |");
  }

  @Test
  void leavesOutARatioWithoutReference() throws Exception {
    assertThat(line(new Row("speed", "two cores", FAST, null, Bar.NONE)))
        .isEqualTo("| speed | two cores | 3,000/s | | | |  |  |");
  }

  @Test
  void holdsAFigureThatStandsAloneToTheBar() throws Exception {
    Contender start = new TestingContender("drey", Unit.SECONDS, 3.5);

    assertThat(line(new Row("start", "cold", start, null, Bar.atMost(3))))
        .isEqualTo("| start | cold | 3.50 s | | | | at most 3.0 | **missed** |");
  }

  @Test
  void showsTheMedianBetweenTheLeastAndTheGreatest() {
    Figure figure = new Figure(Unit.SECONDS, List.of(3.0, 1.0, 2.0, 10.0));

    assertThat(figure).hasToString("2.50 s (1.00 s – 10.00 s)");
  }

  private static String line(Row row) throws IOException, InterruptedException {
    List<Row> rows = List.of(row);
    PrintStream progress = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
    Measurements measured = Measurements.of(rows, new Workshop(Path.of("nowhere"), 1), 1, progress);
    return new Table(measured, rows).markdown().lines().skip(2).findFirst().orElseThrow();
  }
}
