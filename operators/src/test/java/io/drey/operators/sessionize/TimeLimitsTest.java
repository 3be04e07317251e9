// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sessionize;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeLimitsTest {
  private static final SessionizeOptions GAP = SessionizeOptions.withGap(Duration.ofMillis(100));

  @Test
  void endsAtTheEarlierOfGapAndDuration() {
    TimeLimits limits = TimeLimits.of(GAP.withMaxDuration(Duration.ofMillis(250)), Visits.ANY);

    assertThat(limits.deadline(0, 149)).isEqualTo(249);
    assertThat(limits.reason(0, 149)).isEqualTo(CloseReason.GAP);
    assertThat(limits.deadline(0, 151)).isEqualTo(250);
    assertThat(limits.reason(0, 151)).isEqualTo(CloseReason.MAX_DURATION);
  }

  @Test
  void callsATieAGap() {
    TimeLimits limits = TimeLimits.of(GAP.withMaxDuration(Duration.ofMillis(250)), Visits.ANY);

    assertThat(limits.reason(0, 150)).isEqualTo(CloseReason.GAP);
  }

  @Test
  void hasAGapOfHalfAnHourWhereThereIsNoEnd() {
    assertThat(TimeLimits.of(SessionizeOptions.usual(), Visits.ANY))
        .isEqualTo(new TimeLimits(1_800_000, TimeLimits.NONE));
    assertThat(TimeLimits.of(SessionizeOptions.usual(), Visits.TO_LOGOUT))
        .isEqualTo(new TimeLimits(TimeLimits.NONE, TimeLimits.NONE));
  }

  @Test
  void lastsToTheEndOfInputWithoutLimits() {
    TimeLimits limits = TimeLimits.of(SessionizeOptions.usual(), Visits.TO_LOGOUT);

    assertThat(limits.deadline(0, 5)).isEqualTo(Long.MAX_VALUE);
    assertThat(limits.reason(0, 5)).isEqualTo(CloseReason.END_OF_INPUT);
  }

  @Test
  void stopsAtTheEndOfTime() {
    TimeLimits limits =
        TimeLimits.of(
            SessionizeOptions.withGap(Duration.ofSeconds(Long.MAX_VALUE)), Visits.TO_LOGOUT);

    assertThat(limits.deadline(0, 5)).isEqualTo(Long.MAX_VALUE);
    assertThat(limits.reason(0, 5)).isEqualTo(CloseReason.GAP);
  }
}
