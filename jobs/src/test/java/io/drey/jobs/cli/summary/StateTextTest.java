// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.local.RunCounts;
import io.drey.jobs.local.StateSize;
import io.drey.jobs.local.TestingCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1234567 | 1234567 | 251658240     | 1,234,567 keys, about 240 MiB
          1       | 3       | 300           | 1 key, about 0.3 KiB
          0       | 1       | 9999          | 1 entry, about 9.8 KiB
          0       | 70      | 1048575       | 70 entries, about 1,024 KiB
          2       | 2       | 1048576       | 2 keys, about 1.0 MiB
          2       | 2       | 5368709120    | 2 keys, about 5.0 GiB
          2       | 2       | 1649267441664 | 2 keys, about 1,536 GiB
          """)
  void tellsKeysAndBytes(long keys, long entries, long bytes, String text) {
    assertThat(StateText.of(new StateSize(keys, entries, bytes))).isEqualTo(text);
  }

  @Test
  void tellsNothingOfNothing() {
    assertThat(StateText.of(new StateSize(0, 0, 4_096))).isNull();
  }

  @Test
  void tellsTheStateAtTheEnd() {
    RunCounts counts = seen(3_000_000, 2_500_000);

    assertThat(StateText.atTheEnd(counts, "s")).isEqualTo("2 keys, about 2.4 MiB");
  }

  @Test
  void tellsWhatWasFreedWhereItWasALotMore() {
    RunCounts counts = seen(300_000_000, 2_500_000);

    assertThat(StateText.atTheEnd(counts, "s")).isEqualTo("at most 2 keys, about 286 MiB");
  }

  @Test
  void addsUpTheOperatorsOfAStep() {
    RunCounts counts =
        new TestingCounts()
            .step("s", "stateKeys", 2)
            .step("s", "stateEntries", 2)
            .step("s", "stateBytes", 100)
            .helper("s", "stateEntries", 40)
            .helper("s", "stateBytes", 1_900)
            .counts();

    assertThat(counts.state("s")).isEqualTo(new StateSize(2, 42, 2_000));
  }

  /** Counts that were looked at once before the end. */
  private static RunCounts seen(long before, long atTheEnd) {
    TestingCounts counts =
        new TestingCounts().step("s", "stateKeys", 2).step("s", "stateEntries", 2);
    StateSize unused = counts.step("s", "stateBytes", before).counts().state("s");
    return counts.step("s", "stateBytes", atTheEnd).counts();
  }
}
