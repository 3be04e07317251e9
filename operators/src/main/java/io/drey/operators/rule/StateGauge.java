// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.rule;

import io.drey.operators.internal.size.StateMeter;
import io.drey.operators.internal.size.StateSize;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;

/**
 * The last measured size of an operator's state. To look at it, in any thread, asks for it to be
 * measured again, in the operator's thread; nobody waits for that.
 */
final class StateGauge {
  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final StateMeter meter;
  private final ProcessingTimeService thread;

  private final LongSupplier nanos;

  private volatile StateSize size = StateSize.NONE;
  private volatile long asked;
  private volatile boolean isWatched;
  private boolean isLast;

  /**
   * @param nanos a clock
   */
  StateGauge(StateMeter meter, ProcessingTimeService thread, LongSupplier nanos) {
    this.meter = meter;
    this.thread = thread;
    this.nanos = nanos;
    this.asked = nanos.getAsLong();
  }

  /** The size that was measured last. */
  StateSize look() {
    isWatched = true;
    long now = nanos.getAsLong();
    if (now - asked >= FRESH_NANOS) {
      asked = now;
      askToMeasure();
    }
    return size;
  }

  private void askToMeasure() {
    try {
      ScheduledFuture<?> unused = thread.registerTimer(0, timestamp -> measure());
    } catch (IllegalStateException e) {
      // the task has failed; its metrics outlive its timers
    }
  }

  private void measure() {
    if (!isLast) {
      size = meter.measure();
    }
  }

  /** Measures for the last time, if anybody ever looks. */
  void last() {
    if (isWatched) {
      measure();
    }
    isLast = true;
  }
}
