// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.deduplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.operators.rule.KeyedSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeduplicateOptionsTest {
  @Test
  void keepsTheFirstInEventTimeByDefault() {
    assertThat(DeduplicateOptions.within(Duration.ofMinutes(10)))
        .isEqualTo(
            new DeduplicateOptions(
                Duration.ofMinutes(10), Keep.FIRST, false, KeyedSettings.EVENT_TIME));
  }

  @Test
  void rejectsZeroTtl() {
    assertThatThrownBy(() -> DeduplicateOptions.within(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid ttl: must be at least 1 ms but was PT0S");
  }

  @Test
  void rejectsKeepingTheLastForEver() {
    assertThatThrownBy(() -> DeduplicateOptions.forever().keepingLast())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid keep: needs a ttl but was last");
  }

  @Test
  void takesATtlBeyondTheRangeOfMilliseconds() {
    assertThat(DeduplicateOptions.within(Duration.ofSeconds(Long.MAX_VALUE)).ttlMillis())
        .isEqualTo(Long.MAX_VALUE);
  }
}
