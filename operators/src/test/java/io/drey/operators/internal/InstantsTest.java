// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InstantsTest {
  @Test
  void stopsAtTheEndOfTime() {
    assertThat(Instants.plus(Long.MAX_VALUE - 1, 100)).isEqualTo(Long.MAX_VALUE);
    assertThat(Instants.plus(-1, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE - 1);
  }

  @Test
  void takesADistanceBeyondTheRangeForALongOne() {
    assertThat(Instants.areWithin(Long.MIN_VALUE + 1, Long.MAX_VALUE, Long.MAX_VALUE)).isFalse();
    assertThat(Instants.areWithin(99, 0, 100)).isTrue();
    assertThat(Instants.areWithin(0, 100, 100)).isFalse();
  }
}
