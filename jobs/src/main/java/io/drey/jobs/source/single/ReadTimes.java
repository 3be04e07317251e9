// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.single;

import io.drey.operators.event.time.EventTime;

/**
 * How far a reader has come in event time, in milliseconds; {@link EventTime#NONE} where there was
 * nothing of the kind.
 *
 * @param last the time of the last event
 * @param greatest the greatest time of an event
 * @param setAside the time of the event directly before, if it was ahead of the greatest by more
 *     than {@code max-jump}
 */
public record ReadTimes(long last, long greatest, long setAside) {
  /** Before the first event. */
  public static final ReadTimes NONE =
      new ReadTimes(EventTime.NONE, EventTime.NONE, EventTime.NONE);

  /** The one that is further. */
  public ReadTimes furtherThan(ReadTimes other) {
    return greatest > other.greatest || (greatest == other.greatest && setAside > other.setAside)
        ? this
        : other;
  }
}
