// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.apache.flink.streaming.api.TimeDomain;
import org.junit.jupiter.api.Test;

class AggregateOptionsTest {
  @Test
  void goesByEventTimeUnlessToldOtherwise() {
    Duration minute = Duration.ofMinutes(1);

    assertThat(AggregateOptions.every(minute))
        .isEqualTo(new AggregateOptions(minute, TimeDomain.EVENT_TIME));
    assertThat(AggregateOptions.atTheEnd())
        .isEqualTo(new AggregateOptions(null, TimeDomain.EVENT_TIME));
    assertThat(AggregateOptions.every(minute).with(TimeDomain.PROCESSING_TIME))
        .isEqualTo(new AggregateOptions(minute, TimeDomain.PROCESSING_TIME));
  }

  @Test
  void rejectsWindowsShorterThanAMillisecond() {
    assertThatThrownBy(() -> AggregateOptions.every(Duration.ofNanos(999_999)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid every: must be at least 1 ms but was PT0.000999999S");
  }
}
