// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import io.drey.jobs.source.single.ReadTimes;
import io.drey.jobs.text.DurationText;
import io.drey.operators.event.Event;
import io.drey.operators.event.time.EventTime;
import io.drey.operators.event.time.InstantText;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times of the events of one reader, in order; an event without a readable time, or with
 * one too far ahead, is malformed. Not thread-safe.
 */
public final class TimeReader {
  private static final int LONGEST_SHOWN = 64;

  private final EventTime time;
  private final long outOfOrderness;
  private final long maxAhead;
  private final long maxJump;
  private final LongSupplier clock;
  private long greatest = EventTime.NONE;
  private long setAside = EventTime.NONE;

  /**
   * Makes a reader before its first event.
   *
   * @param outOfOrderness how far a time may be behind the greatest before it without being late
   * @param maxAhead how far a time may be ahead of the clock, or null
   * @param maxJump how far a time may be ahead of the greatest before it, or null
   * @param clock the machine's clock, in milliseconds
   */
  public TimeReader(
      EventTime time,
      Duration outOfOrderness,
      @Nullable Duration maxAhead,
      @Nullable Duration maxJump,
      LongSupplier clock) {
    this.time = time;
    this.outOfOrderness = outOfOrderness.toMillis();
    this.maxAhead = maxAhead == null ? Long.MAX_VALUE : maxAhead.toMillis();
    this.maxJump = maxJump == null ? Long.MAX_VALUE : maxJump.toMillis();
    this.clock = clock;
  }

  /** Continues behind the events that came to these times. */
  void resume(ReadTimes times) {
    greatest = times.greatest();
    setAside = times.setAside();
  }

  /** How far it has come. */
  ReadTimes times(long last) {
    return new ReadTimes(last, greatest, setAside);
  }

  /** Whether an event that was read just now, or a record that has its time, is late. */
  boolean isLate(long millis) {
    // both may be at the ends of the range
    return millis < greatest && Long.compareUnsigned(greatest - millis, outOfOrderness) > 0;
  }

  /** How much larger the out-of-orderness would have to be for a time not to be late. */
  long lateness(long millis) {
    long by = greatest - millis - outOfOrderness;
    return by < 0 ? Long.MAX_VALUE : by;
  }

  /** The watermark of what was read; a time at or before it is late. */
  long watermark() {
    long watermark = greatest - outOfOrderness - 1;
    return watermark > greatest ? EventTime.NONE : watermark;
  }

  /**
   * The time of the next event in milliseconds since the epoch, floored.
   *
   * @throws MalformedLineException if the event has no readable time, or one too far ahead
   */
  long millis(Event event) throws MalformedLineException {
    long millis = time.millis(event, greatest);
    if (millis == EventTime.NONE) {
      throw new MalformedLineException(unreadable(event.text(time.field())));
    }
    if (maxAhead != Long.MAX_VALUE && isFurther(maxAhead, millis, clock.getAsLong())) {
      throw new MalformedLineException(ahead(millis, "max-ahead", maxAhead, "the clock"));
    }
    if (maxJump != Long.MAX_VALUE) {
      checkJump(millis);
    }
    greatest = Math.max(greatest, millis);
    return millis;
  }

  /** Sets an event aside that jumps, unless the one directly before it jumped there too. */
  private void checkJump(long millis) throws MalformedLineException {
    boolean jumps = greatest != EventTime.NONE && isFurther(maxJump, millis, greatest);
    boolean follows =
        setAside != EventTime.NONE
            && !isFurther(maxJump, millis, setAside)
            && !isFurther(maxJump, setAside, millis);
    setAside = jumps && !follows ? millis : EventTime.NONE;
    if (setAside != EventTime.NONE) {
      String than = "the greatest before it, " + InstantText.ofMillis(greatest);
      throw new MalformedLineException(ahead(millis, "max-jump", maxJump, than));
    }
  }

  /** Whether a time is ahead of another by more than that; both may be at the ends of the range. */
  private static boolean isFurther(long most, long millis, long than) {
    return millis > than && Long.compareUnsigned(millis - than, most) > 0;
  }

  private String ahead(long millis, String option, long most, String than) {
    return "Time in field '"
        + time.field()
        + "' more than "
        + option
        + " ("
        + DurationText.of(Duration.ofMillis(most))
        + ") ahead of "
        + than
        + ": "
        + InstantText.ofMillis(millis);
  }

  private String unreadable(@Nullable String text) {
    if (text == null) {
      return "No time in field '" + time.field() + "'";
    }
    String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) : text;
    return "Unreadable time in field '" + time.field() + "': '" + shown + "'";
  }
}
