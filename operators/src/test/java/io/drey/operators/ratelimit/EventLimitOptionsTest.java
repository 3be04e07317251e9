// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EventLimitOptionsTest {
  private static final Duration LONGEST = Duration.ofMillis(9_223_372_036L);

  @Test
  void needsASpanButForFixedWindows() {
    assertThat(EventLimitOptions.forever().per()).isNull();
    assertThatThrownBy(() -> EventLimitOptions.check(null, Algorithm.TOKEN_BUCKET))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid algorithm: requires a per but was token-bucket");
    assertThatThrownBy(() -> EventLimitOptions.slidingWindow(Duration.ZERO))
        .hasMessage("Invalid per: must be at least 1 ms but was PT0S");
  }

  @Test
  void refusesASpanOverWhichTokensDoNotFit() {
    assertThat(EventLimitOptions.tokenBucket(LONGEST).perMillis()).isEqualTo(9_223_372_036L);
    assertThat(EventLimitOptions.slidingWindow(LONGEST.plusMillis(1)).perMillis())
        .isEqualTo(9_223_372_037L);
    assertThatThrownBy(() -> EventLimitOptions.tokenBucket(LONGEST.plusMillis(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Invalid per: must be at most PT2562H2M52.036S with algorithm token-bucket and"
                + " limits of events but was PT2562H2M52.037S");
  }
}
