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
        .isEqualTo(new AggregateOptions(minute, null, TimeDomain.EVENT_TIME));
    assertThat(AggregateOptions.atTheEnd())
        .isEqualTo(new AggregateOptions(null, null, TimeDomain.EVENT_TIME));
    assertThat(AggregateOptions.every(minute).with(TimeDomain.PROCESSING_TIME))
        .isEqualTo(new AggregateOptions(minute, null, TimeDomain.PROCESSING_TIME));
  }

  @Test
  void rejectsWindowsShorterThanAMillisecond() {
    assertThatThrownBy(() -> AggregateOptions.every(Duration.ofNanos(999_999)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid every: must be at least 1 ms but was PT0.000999999S");
  }

  @Test
  void rejectsWindowsThatDoNotOverlapEvenly() {
    AggregateOptions minute = AggregateOptions.every(Duration.ofMinutes(1));

    assertThatThrownBy(() -> AggregateOptions.atTheEnd().sliding(Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid slide: needs every but was PT1S");
    assertThatThrownBy(() -> minute.sliding(Duration.ofNanos(1)))
        .hasMessage("Invalid slide: must be at least 1 ms but was PT0.000000001S");
    assertThatThrownBy(() -> minute.sliding(Duration.ofSeconds(7)))
        .hasMessage(
            "Invalid slide: must divide every, PT1M, into up to 360 equal parts but was PT7S");
    assertThatThrownBy(() -> minute.sliding(Duration.ofMinutes(2)))
        .hasMessage(
            "Invalid slide: must divide every, PT1M, into up to 360 equal parts but was PT2M");
    assertThatThrownBy(() -> minute.sliding(Duration.ofMillis(100)))
        .hasMessageEndingWith("into up to 360 equal parts but was PT0.1S");
    assertThat(AggregateOptions.every(Duration.ofHours(1)).sliding(Duration.ofSeconds(10)))
        .returns(true, AggregateOptions::isOverlapping);
    assertThat(minute.sliding(Duration.ofMinutes(1)))
        .returns(false, AggregateOptions::isOverlapping);
  }
}
