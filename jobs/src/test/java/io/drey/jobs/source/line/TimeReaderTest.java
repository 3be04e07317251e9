// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.time.EventTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TimeReaderTest {
  private static final EventTime MILLIS =
      EventTime.number(FieldPath.of("at"), TimeUnit.MILLISECONDS);
  private static final long SET_ASIDE = -1;

  @Test
  void setsAnEventAsideThatJumps() {
    assertThat(read(jumping(), 0, 100, 201, 101, 200)).containsExactly(0, 100, SET_ASIDE, 101, 200);
  }

  @Test
  void takesARealGapAtItsSecondEvent() {
    assertThat(read(jumping(), 0, 1000, 1050, 1151)).containsExactly(0, SET_ASIDE, 1050, SET_ASIDE);
  }

  @Test
  void takesTheSecondEventOfAGapThatIsSomewhatEarlier() {
    assertThat(read(jumping(), 0, 1000, 900)).containsExactly(0, SET_ASIDE, 900);
  }

  @Test
  void twoJumpsToDifferentTimesAreNoGap() {
    assertThat(read(jumping(), 0, 1000, 2000, 1, 1001))
        .containsExactly(0, SET_ASIDE, SET_ASIDE, 1, SET_ASIDE);
  }

  @Test
  void jumpsFromEndToEndOfTheRange() {
    assertThat(read(jumping(), Long.MIN_VALUE + 1, Long.MAX_VALUE))
        .containsExactly(Long.MIN_VALUE + 1, SET_ASIDE);
  }

  @Test
  void continuesWhereItsTimesSay() {
    TimeReader before = jumping();
    assertThat(read(before, 0, 1000)).containsExactly(0, SET_ASIDE);
    TimeReader after = jumping();

    after.resume(before.times(0));

    assertThat(read(after, 1050)).containsExactly(1050);
  }

  @Test
  void setsAnEventAsideThatIsAheadOfTheClock() {
    TimeReader reader =
        new TimeReader(MILLIS, Duration.ZERO, Duration.ofMillis(100), null, () -> 5000);

    assertThat(read(reader, 0, 5101, 5100, 1)).containsExactly(0, SET_ASIDE, 5100, 1);
  }

  @Test
  void saysHowFarATimeMayBeAhead() {
    TimeReader jumping = jumping();
    assertThat(read(jumping, 0)).containsExactly(0);
    TimeReader ahead = new TimeReader(MILLIS, Duration.ZERO, Duration.ofMinutes(1), null, () -> 0);

    assertThatThrownBy(() -> jumping.millis(event(3_600_000), EventTime.NONE))
        .hasMessage(
            "Time in field 'at' more than max-jump (100ms) ahead of the greatest before it,"
                + " 1970-01-01T00:00:00.000Z: 1970-01-01T01:00:00.000Z");
    assertThatThrownBy(() -> ahead.millis(event(3_600_000), EventTime.NONE))
        .hasMessage(
            "Time in field 'at' more than max-ahead (1m) ahead of the clock:"
                + " 1970-01-01T01:00:00.000Z");
  }

  @Test
  void aTimeIsLateThatIsFurtherBehindThanAllowed() {
    TimeReader reader = allowing(10);
    assertThat(read(reader, 5, 100, 20)).containsExactly(5, 100, 20);

    assertThat(reader.watermark()).isEqualTo(89);
    assertThat(reader.isLate(90)).isFalse();
    assertThat(reader.isLate(89)).isTrue();
    assertThat(reader.lateness(89)).isEqualTo(1);
    assertThat(reader.lateness(20)).isEqualTo(70);
  }

  @Test
  void nothingIsLateBeforeTheFirstEvent() {
    assertThat(allowing(0).isLate(EventTime.NONE)).isFalse();
    assertThat(allowing(0).watermark()).isEqualTo(EventTime.NONE);
  }

  @Test
  void isLateAtTheEndsOfTheRange() {
    TimeReader reader = allowing(10);
    assertThat(read(reader, Long.MIN_VALUE + 5)).containsExactly(Long.MIN_VALUE + 5);
    assertThat(reader.isLate(Long.MIN_VALUE + 1)).isFalse();
    assertThat(reader.watermark()).isEqualTo(EventTime.NONE);

    assertThat(read(reader, Long.MAX_VALUE)).containsExactly(Long.MAX_VALUE);

    assertThat(reader.isLate(Long.MIN_VALUE + 1)).isTrue();
    assertThat(reader.lateness(Long.MIN_VALUE + 1)).isEqualTo(Long.MAX_VALUE);
    assertThat(reader.watermark()).isEqualTo(Long.MAX_VALUE - 11);
  }

  private static TimeReader allowing(long outOfOrderness) {
    return new TimeReader(MILLIS, Duration.ofMillis(outOfOrderness), null, null, () -> 0);
  }

  private static TimeReader jumping() {
    return new TimeReader(MILLIS, Duration.ZERO, null, Duration.ofMillis(100), () -> 0);
  }

  private static long[] read(TimeReader reader, long... times) {
    return Arrays.stream(times).map(time -> take(reader, time)).toArray();
  }

  private static long take(TimeReader reader, long time) {
    try {
      return reader.millis(event(time), EventTime.NONE);
    } catch (MalformedLineException setAside) {
      return SET_ASIDE;
    }
  }

  private static Event event(long at) {
    return Event.of("{\"at\":" + at + "}");
  }
}
