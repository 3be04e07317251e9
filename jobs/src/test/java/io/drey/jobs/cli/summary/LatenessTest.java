// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatenessTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12345 | 2980       | PT0S  | 12,345 events came up to 2.98 s late: out-of-orderness: 3s would take them in
          2     | 3000       | PT0S  | 2 events came up to 3 s late: out-of-orderness: 3s would take them in
          2     | 3001       | PT5S  | 2 events came up to 3 s late: out-of-orderness: 9s would take them in
          1     | 17         | PT0S  | 1 event came 17 ms late: out-of-orderness: 17ms would take it in
          2     | 17         | PT30S | 2 events came up to 17 ms late: out-of-orderness: 31s would take them in
          2     | 60000      | PT0S  | 2 events came up to 60 s late: out-of-orderness: 1m would take them in
          2     | 150000     | PT0S  | 2 events came up to 2.5 min late: out-of-orderness: 3m would take them in
          2     | 9000001    | PT0S  | 2 events came up to 2.5 h late: out-of-orderness: 3h would take them in
          2     | 864000000  | PT0S  | 2 events came up to 10 days late: out-of-orderness: 240h would take them in
          """)
  void saysHowManyHowLateAndWhatTakesThemIn(
      long events, long millis, Duration allowed, String text) {
    assertThat(new Lateness(events, millis, allowed).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"9223372036854775807, PT0S", "9223372036854775000, PT24H"})
  void staysWithinTheRangeOfNumbers(long millis, Duration allowed) {
    assertThat(new Lateness(2, millis, allowed).text())
        .isEqualTo(
            "2 events came up to 106,751,991,167.3 days late: out-of-orderness: 2562047788016h"
                + " would take them in");
  }
}
