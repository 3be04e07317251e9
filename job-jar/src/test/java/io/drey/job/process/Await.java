// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.job.process;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Waits for what other processes do. */
public final class Await {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private Await() {}

  /** Waits until something is so, for some minutes. */
  public static void until(String what, Callable<Boolean> condition) throws Exception {
    until(what, PATIENCE, condition);
  }

  /**
   * Waits until something is so.
   *
   * @param condition may throw an {@link IOException} if nobody can tell yet
   */
  public static void until(String what, Duration patience, Callable<Boolean> condition)
      throws Exception {
    long end = System.nanoTime() + patience.toNanos();
    while (!isSo(condition)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "Waited in vain for " + what + " (" + patience.toSeconds() + " s)");
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private static boolean isSo(Callable<Boolean> condition) throws Exception {
    try {
      return condition.call();
    } catch (IOException nobodyTells) {
      return false;
    }
  }
}
