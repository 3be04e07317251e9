// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.stateful;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.operators.rule.KeyedSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StatefulOptionsTest {
  @Test
  void keepsStateInEventTimeUnlessToldOtherwise() {
    assertThat(StatefulOptions.forever())
        .isEqualTo(new StatefulOptions(null, KeyedSettings.EVENT_TIME));
    assertThat(StatefulOptions.within(Duration.ofDays(30)).with(KeyedSettings.PROCESSING_TIME))
        .isEqualTo(new StatefulOptions(Duration.ofDays(30), KeyedSettings.PROCESSING_TIME));
  }

  @Test
  void rejectsZeroTtl() {
    assertThatThrownBy(() -> StatefulOptions.within(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid ttl: must be at least 1 ms but was PT0S");
  }

  @Test
  void takesATtlBeyondTheRangeOfMilliseconds() {
    assertThat(StatefulOptions.within(Duration.ofSeconds(Long.MAX_VALUE)).ttlMillis())
        .isEqualTo(Long.MAX_VALUE);
  }
}
