// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.direct;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.streaming.runtime.tasks.TimerService;
import org.apache.flink.util.clock.Clock;
import org.apache.flink.util.clock.ManualClock;

/** Timers in processing time by a clock that stands still until it is advanced. */
final class SteppedTimers implements TimerService {
  private final ManualClock clock = new ManualClock(0);
  private final PriorityQueue<Timer> timers = new PriorityQueue<>();
  private long registered;

  /**
   * Advances the clock to an instant, and to those of all timers before it.
   *
   * @param afterEach is called after each timer, which may register further ones
   */
  void advanceTo(long millis, Runnable afterEach) throws Exception {
    for (Timer next = timers.peek(); next != null && next.at <= millis; next = timers.peek()) {
      timers.remove();
      set(next.at);
      next.callback.onProcessingTime(next.at);
      afterEach.run();
    }
    set(millis);
  }

  private void set(long millis) {
    long ahead = millis - clock.absoluteTimeMillis();
    if (ahead > 0) {
      clock.advanceTime(Duration.ofMillis(ahead));
    }
  }

  @Override
  public Clock getClock() {
    return clock;
  }

  @Override
  public ScheduledFuture<?> registerTimer(long timestamp, ProcessingTimeCallback callback) {
    Timer timer = new Timer(timestamp, registered++, callback);
    timers.add(timer);
    return timer;
  }

  /** Nothing periodic decides on a result: writers flush, and gauges are measured. */
  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      ProcessingTimeCallback callback, long initialDelay, long period) {
    return new Timer(Long.MAX_VALUE, registered++, callback);
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      ProcessingTimeCallback callback, long initialDelay, long period) {
    return scheduleAtFixedRate(callback, initialDelay, period);
  }

  @Override
  public CompletableFuture<Void> quiesce() {
    timers.clear();
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public boolean isTerminated() {
    return false;
  }

  @Override
  public void shutdownService() {
    timers.clear();
  }

  @Override
  public boolean shutdownServiceUninterruptible(long timeoutMillis) {
    timers.clear();
    return true;
  }

  private final class Timer extends CompletableFuture<Object> implements ScheduledFuture<Object> {
    private final long at;
    private final long number;
    private final ProcessingTimeCallback callback;

    private Timer(long at, long number, ProcessingTimeCallback callback) {
      this.at = at;
      this.number = number;
      this.callback = callback;
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
      timers.remove(this);
      return super.cancel(mayInterrupt);
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(at - clock.absoluteTimeMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      Timer timer = (Timer) other;
      return at == timer.at ? Long.compare(number, timer.number) : Long.compare(at, timer.at);
    }
  }
}
