// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import io.drey.jobs.source.single.ReadTimes;
import io.drey.jobs.text.DurationText;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
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

  private final @Nullable EventTime time;
  private final long outOfOrderness;
  private final long maxAhead;
  private final long maxJump;
  private final LongSupplier clock;
  private long greatest = EventTime.NONE;
  private long setAside = EventTime.NONE;

  /**
   * Makes a reader before its first event.
   *
   * @param time how to read the field; null where the time is that of the record
   * @param outOfOrderness how far a time may be behind the greatest before it without being late
   * @param maxAhead how far a time may be ahead of the clock, or null
   * @param maxJump how far a time may be ahead of the greatest before it, or null
   * @param clock the machine's clock, in milliseconds
   */
  public TimeReader(
      @Nullable EventTime time,
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
   * @param recordTime the timestamp of its record; negative if it has none
   * @throws MalformedLineException if the event has no readable time, or one too far ahead
   */
  long millis(Event event, long recordTime) throws MalformedLineException {
    return time == null ? millisOfRecord(recordTime) : checked(inField(event, time));
  }

  /** The same for an event that goes by the timestamp of its record. */
  long millisOfRecord(long recordTime) throws MalformedLineException {
    return checked(ofRecord(recordTime));
  }

  private static long ofRecord(long recordTime) throws MalformedLineException {
    if (recordTime < 0) {
      throw new MalformedLineException("The record has no timestamp");
    }
    return recordTime;
  }

  private long inField(Event event, EventTime written) throws MalformedLineException {
    long millis = written.millis(event, greatest);
    if (millis == EventTime.NONE) {
      throw new MalformedLineException(unreadable(written.field(), event.text(written.field())));
    }
    return millis;
  }

  private long checked(long millis) throws MalformedLineException {
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
    return (time == null ? "Timestamp of the record" : "Time in field '" + time.field() + "'")
        + " more than "
        + option
        + " ("
        + DurationText.of(Duration.ofMillis(most))
        + ") ahead of "
        + than
        + ": "
        + InstantText.ofMillis(millis);
  }

  private static String unreadable(FieldPath field, @Nullable String text) {
    if (text == null) {
      return "No time in field '" + field + "'";
    }
    String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) : text;
    return "Unreadable time in field '" + field + "': '" + shown + "'";
  }
}
