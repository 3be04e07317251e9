// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends a process whose heap is full. The threads of a cluster run out of memory one by one, which
 * takes minutes in which nothing is done but collecting garbage that is none.
 */
public final class MemoryWatch {
  private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  /** How often in a row the heap must be found exhausted. */
  private static final int LOOKS = 4;

  /** The share of the time that goes into collecting. */
  private static final double MOST_TIME = 0.8;

  /** The share of the old generation that is in use after it was collected. */
  private static final double FULL = 0.95;

  private final List<GarbageCollectorMXBean> collectors =
      ManagementFactory.getGarbageCollectorMXBeans();
  private final MemoryPoolMXBean old;
  private final Runnable onExhaustion;

  private MemoryWatch(MemoryPoolMXBean old, Runnable onExhaustion) {
    this.old = old;
    this.onExhaustion = onExhaustion;
  }

  /**
   * Watches the heap of this process from now on.
   *
   * @param onExhaustion is called when there is no memory left, not even for a text
   */
  public static void start(Runnable onExhaustion) {
    ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .filter(MemoryPoolMXBean::isCollectionUsageThresholdSupported)
        .max(Comparator.comparingLong(pool -> pool.getUsage().getMax()))
        .ifPresent(old -> new MemoryWatch(old, onExhaustion).start());
  }

  private void start() {
    Thread thread = new Thread(this::watch, "drey-memory");
    thread.setDaemon(true);
    thread.start();
  }

  private void watch() {
    long time = System.nanoTime();
    long collecting = collectingMillis();
    int exhausted = 0;
    while (exhausted < LOOKS) {
      LockSupport.parkNanos(LOOK_EVERY_NANOS);
      long now = System.nanoTime();
      long collected = collectingMillis();
      double share = 1e6 * (collected - collecting) / (now - time);
      exhausted = share >= MOST_TIME && isFull() ? exhausted + 1 : 0;
      time = now;
      collecting = collected;
    }
    onExhaustion.run();
  }

  private long collectingMillis() {
    long millis = 0;
    for (int i = 0; i < collectors.size(); i++) {
      millis += collectors.get(i).getCollectionTime();
    }
    return millis;
  }

  private boolean isFull() {
    try {
      MemoryUsage kept = old.getCollectionUsage();
      long most = kept.getMax() < 0 ? Runtime.getRuntime().maxMemory() : kept.getMax();
      return kept.getUsed() >= FULL * most;
    } catch (OutOfMemoryError isAnswer) {
      return true;
    }
  }
}
