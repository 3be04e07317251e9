// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WindowsTest {
  private static final Windows HUNDRED = new Windows(100, 0);

  @Test
  void beginAtTheEpoch() {
    assertThat(HUNDRED.last(0)).isEqualTo(99);
    assertThat(HUNDRED.last(99)).isEqualTo(99);
    assertThat(HUNDRED.last(100)).isEqualTo(199);
    assertThat(HUNDRED.last(-1)).isEqualTo(-1);
    assertThat(HUNDRED.last(-100)).isEqualTo(-1);
    assertThat(HUNDRED.last(-101)).isEqualTo(-101);
    assertThat(HUNDRED.start(99)).isZero();
    assertThat(HUNDRED.start(-101)).isEqualTo(-200);
  }

  @Test
  void stopAtTheEndsOfTime() {
    assertThat(HUNDRED.last(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    assertThat(HUNDRED.start(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE - 7);
    assertThat(HUNDRED.last(Long.MIN_VALUE)).isEqualTo(Long.MIN_VALUE + 7);
    assertThat(HUNDRED.start(Long.MIN_VALUE + 7)).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void areOneWithoutALength() {
    Windows all = Windows.of(AggregateOptions.atTheEnd());

    assertThat(all.last(5)).isEqualTo(Long.MAX_VALUE);
    assertThat(all.start(Long.MAX_VALUE)).isEqualTo(Long.MIN_VALUE);
    assertThat(Window.of(Long.MIN_VALUE, Long.MAX_VALUE)).isNull();
  }

  @Test
  void mayBeLongerThanTime() {
    Windows ages = Windows.of(AggregateOptions.every(Duration.ofSeconds(Long.MAX_VALUE)));

    assertThat(ages.last(5)).isEqualTo(Long.MAX_VALUE - 1);
    assertThat(ages.start(Long.MAX_VALUE - 1)).isZero();
  }

  @Test
  void endWhereTheNextBegins() {
    assertThat(Window.of(0, 99)).isEqualTo(new Window(Instant.EPOCH, Instant.ofEpochMilli(100)));
  }
}
