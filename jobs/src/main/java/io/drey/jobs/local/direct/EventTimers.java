// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.direct;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
import org.apache.flink.util.clock.Clock;
import org.apache.flink.util.clock.SystemClock;

/**
 * The timers of a source, which emit its watermarks: they fire after so many events, and not by the
 * clock. A delay or period is ignored.
 */
final class EventTimers implements ProcessingTimeService {
  private final List<Timer> periodic = new ArrayList<>();

  /** Runs all timers. */
  void fire() throws Exception {
    long now = getCurrentProcessingTime();
    for (Timer timer : List.copyOf(periodic)) {
      timer.callback.onProcessingTime(now);
    }
  }

  @Override
  public Clock getClock() {
    return SystemClock.getInstance();
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      ProcessingTimeCallback callback, long initialDelay, long period) {
    Timer timer = new Timer(callback);
    periodic.add(timer);
    return timer;
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      ProcessingTimeCallback callback, long initialDelay, long period) {
    return scheduleWithFixedDelay(callback, initialDelay, period);
  }

  /** Nothing of a source fires once: that would have to be at a time. */
  @Override
  public ScheduledFuture<?> registerTimer(long timestamp, ProcessingTimeCallback callback) {
    throw new UnsupportedOperationException("A timer of a source at a time");
  }

  @Override
  public CompletableFuture<Void> quiesce() {
    periodic.clear();
    return CompletableFuture.completedFuture(null);
  }

  private final class Timer extends CompletableFuture<Object> implements ScheduledFuture<Object> {
    private final ProcessingTimeCallback callback;

    private Timer(ProcessingTimeCallback callback) {
      this.callback = callback;
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
      periodic.remove(this);
      return super.cancel(mayInterrupt);
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return 0;
    }

    @Override
    public int compareTo(Delayed other) {
      return 0;
    }
  }
}
