// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FixedWindowTest {
  private static final FixedWindow TWO_PER_10 = new FixedWindow(2, 10, false);

  @Test
  void opensTheWindowThatAnEventLiesIn() {
    assertThat(TWO_PER_10.after(null, 19)).isEqualTo(new WindowCount(10, 1));
    assertThat(TWO_PER_10.after(null, 20)).isEqualTo(new WindowCount(20, 1));
  }

  @Test
  void opensWindowsBeforeTheEpochToo() {
    assertThat(TWO_PER_10.after(null, -1)).isEqualTo(new WindowCount(-10, 1));
    assertThat(TWO_PER_10.after(null, -10)).isEqualTo(new WindowCount(-10, 1));
  }

  @Test
  void changesNothingForALimitedEvent() {
    assertThat(TWO_PER_10.after(new WindowCount(10, 1), 19)).isEqualTo(new WindowCount(10, 2));
    assertThat(TWO_PER_10.after(new WindowCount(10, 2), 19)).isNull();
    assertThat(TWO_PER_10.after(new WindowCount(10, 2), 20)).isEqualTo(new WindowCount(20, 1));
  }

  @Test
  void countsAnOlderEventInTheLatestWindow() {
    assertThat(TWO_PER_10.after(new WindowCount(10, 1), 9)).isEqualTo(new WindowCount(10, 2));
    assertThat(TWO_PER_10.after(new WindowCount(10, 2), 0)).isNull();
  }

  @Test
  void numbersLimitedEventsOnWhereItIsToCountThem() {
    FixedWindow numbering = new FixedWindow(2, 10, true);
    WindowCount third = new WindowCount(10, 3);

    assertThat(numbering.after(new WindowCount(10, 2), 10)).isEqualTo(third);
    assertThat(numbering.number(third)).isEqualTo(3);
    assertThat(numbering.hasPassed(third)).isFalse();
    assertThat(numbering.hasPassed(new WindowCount(10, 2))).isTrue();
  }

  @Test
  void holdsAtTheEndsOfTime() {
    WindowCount first = new WindowCount(Long.MIN_VALUE, 1);
    WindowCount last = new WindowCount(Long.MAX_VALUE - 7, 1);

    assertThat(TWO_PER_10.after(null, Long.MIN_VALUE)).isEqualTo(first);
    assertThat(TWO_PER_10.after(null, Long.MAX_VALUE)).isEqualTo(last);
    assertThat(TWO_PER_10.staleFrom(last)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void isStaleFromTheEndOfTheWindow() {
    assertThat(TWO_PER_10.staleFrom(new WindowCount(10, 2))).isEqualTo(20);
  }
}
