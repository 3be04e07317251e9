// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.stateful;

import io.drey.operators.internal.DeadlineTimer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.TimerService;

/**
 * The pending timers of one kind of the current key. Changes have no effect until they are saved.
 */
final class PendingTimers {
  private static final long[] NONE = {};

  private final ValueState<long[]> state;
  private final DeadlineTimer timer;

  private boolean isLoaded;
  private long[] saved = NONE;
  private long[] wanted = NONE;

  PendingTimers(ValueState<long[]> state, DeadlineTimer timer) {
    this.state = state;
    this.timer = timer;
  }

  /** Drops unsaved changes; the current key may have changed. */
  void begin() {
    isLoaded = false;
  }

  private long[] wanted() {
    if (!isLoaded) {
      saved = stored();
      wanted = saved;
      isLoaded = true;
    }
    return wanted;
  }

  private long[] stored() {
    try {
      long[] stored = state.value();
      return stored == null ? NONE : stored;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void set(long at) {
    int index = Arrays.binarySearch(wanted(), at);
    if (index < 0) {
      wanted = inserted(wanted, -index - 1, at);
    }
  }

  void unset(long at) {
    int index = Arrays.binarySearch(wanted(), at);
    if (index >= 0) {
      wanted = without(wanted, index);
    }
  }

  boolean isAnyUntil(long instant) {
    return wanted().length > 0 && wanted[0] <= instant;
  }

  /** Removes and returns the first. */
  long take() {
    long first = wanted()[0];
    wanted = without(wanted, 0);
    return first;
  }

  /**
   * Saves the changes.
   *
   * @return whether a timer that Flink knew was deleted
   */
  boolean save(TimerService timers) throws IOException {
    if (!isLoaded || wanted == saved) {
      return false;
    }
    for (long at : wanted) {
      if (Arrays.binarySearch(saved, at) < 0) {
        timer.set(timers, at);
      }
    }
    boolean isAnyGone = false;
    for (long at : saved) {
      // the timer at the end of time may be there for others, and is deleted with the last of them
      if (at != Long.MAX_VALUE && Arrays.binarySearch(wanted, at) < 0) {
        timer.unset(timers, at);
        isAnyGone = true;
      }
    }
    if (wanted.length == 0) {
      state.clear();
    } else {
      state.update(wanted);
    }
    saved = wanted;
    return isAnyGone;
  }

  /** Deletes all of them. */
  void clear(TimerService timers) throws IOException {
    begin();
    if (wanted().length > 0) {
      wanted = NONE;
      save(timers);
    }
  }

  private static long[] inserted(long[] instants, int index, long at) {
    long[] more = Arrays.copyOf(instants, instants.length + 1);
    System.arraycopy(instants, index, more, index + 1, instants.length - index);
    more[index] = at;
    return more;
  }

  private static long[] without(long[] instants, int index) {
    long[] fewer = Arrays.copyOf(instants, instants.length - 1);
    System.arraycopy(instants, index + 1, fewer, index, fewer.length - index);
    return fewer;
  }
}
