package io.drey.operators.stateful;

import io.drey.operators.internal.DeadlineTimer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.TimerService;

/**
 * The timers of one kind that the current key waits for. What is set and unset stays aside until it
 * is saved.
 */
final class PendingTimers {
  private static final long[] NONE = {};

  private final ValueState<long[]> state;
  private final DeadlineTimer alarm;

  private boolean isLoaded;
  private long[] saved = NONE;
  private long[] wanted = NONE;

  PendingTimers(ValueState<long[]> state, DeadlineTimer alarm) {
    this.state = state;
    this.alarm = alarm;
  }

  /** Lets go of what was not saved; the key may be another. */
  void begin() {
    isLoaded = false;
  }

  private long[] wanted() {
    if (!isLoaded) {
      saved = kept();
      wanted = saved;
      isLoaded = true;
    }
    return wanted;
  }

  private long[] kept() {
    try {
      long[] kept = state.value();
      return kept == null ? NONE : kept;
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

  /** Takes the first away. */
  long take() {
    long first = wanted()[0];
    wanted = without(wanted, 0);
    return first;
  }

  /**
   * Keeps what was set and unset.
   *
   * @return whether Flink was told of one that is no more
   */
  boolean save(TimerService timers) throws IOException {
    if (!isLoaded || wanted == saved) {
      return false;
    }
    for (long at : wanted) {
      if (Arrays.binarySearch(saved, at) < 0) {
        alarm.set(timers, at);
      }
    }
    boolean isAnyGone = false;
    for (long at : saved) {
      // that of the end of time may be there for others, and goes when all do
      if (at != Long.MAX_VALUE && Arrays.binarySearch(wanted, at) < 0) {
        alarm.unset(timers, at);
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

  /** Forgets all of them. */
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
