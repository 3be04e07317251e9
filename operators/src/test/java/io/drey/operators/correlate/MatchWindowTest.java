// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MatchWindowTest {
  private static final MatchWindow REACH = new MatchWindow(100, 10);

  @Test
  void goesFromTheSkewBeforeARequestToTheTimeoutAfterIt() {
    assertThat(REACH.matches(50, 39)).isFalse();
    assertThat(REACH.matches(50, 40)).isTrue();
    assertThat(REACH.matches(50, 150)).isTrue();
    assertThat(REACH.matches(50, 151)).isFalse();
  }

  @Test
  void takesARequestAtMostTheTimeoutLaterAsARepeat() {
    assertThat(REACH.isRepeat(150, 50)).isTrue();
    assertThat(REACH.isRepeat(151, 50)).isFalse();
    assertThat(REACH.isRepeat(-500, 50)).isTrue();
  }

  @Test
  void stopsAtTheEndOfTime() {
    MatchWindow ever =
        MatchWindow.of(
            CorrelateOptions.within(Duration.ofSeconds(Long.MAX_VALUE))
                .withSkew(Duration.ofSeconds(Long.MAX_VALUE)));

    assertThat(ever.endOfRequest(5)).isEqualTo(Long.MAX_VALUE);
    assertThat(ever.endOfResponse(5)).isEqualTo(Long.MAX_VALUE);
    assertThat(ever.matches(5, Long.MAX_VALUE)).isTrue();
    assertThat(ever.matches(Long.MAX_VALUE, 5)).isTrue();
  }
}
