// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.test.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.event.Event;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrivalsTest {
  /** By one cause: two events at 1 ms, one at 2 ms; by the next: one at 2 ms. */
  @ParameterizedTest
  @CsvSource({"true, false, 1 1 2 3", "false, false, 1 1 1 2", "true, true, 1 2 3 4"})
  void whatTimeBringsAboutAtOneInstantIsAGroup(
      boolean oneSubtask, boolean byRecords, String groups) {
    Arrivals arrivals = new Arrivals(oneSubtask);
    next(arrivals, byRecords);
    emit(arrivals, 1, 1, 2);
    next(arrivals, byRecords);
    emit(arrivals, 2);

    assertThat(arrivals.of("out").stream().map(Arrivals.Arrival::group).map(String::valueOf))
        .containsExactly(groups.split(" "));
    assertThat(arrivals.of("other")).isEmpty();
  }

  private static void next(Arrivals arrivals, boolean byRecords) {
    if (byRecords) {
      arrivals.ofRecord();
    } else {
      arrivals.ofTime();
    }
  }

  private static void emit(Arrivals arrivals, long... timestamps) {
    for (long timestamp : timestamps) {
      arrivals.emitted("out", Event.of("{}"), timestamp);
    }
  }
}
