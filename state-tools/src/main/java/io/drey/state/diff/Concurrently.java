// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.diff;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * The results of two tasks that run at the same time.
 *
 * @param first the result of the first task
 * @param second the result of the second task
 */
record Concurrently<T>(T first, T second) {
  /** Runs both and returns when both have ended; an exception of either is rethrown. */
  static <T> Concurrently<T> of(Supplier<T> first, Supplier<T> second) {
    FutureTask<T> beside = new FutureTask<>(first::get);
    new Thread(beside, "drey-diff").start();
    T ofSecond;
    try {
      ofSecond = second.get();
    } finally {
      // the caller closes its resources next
      await(beside);
    }
    return new Concurrently<>(await(beside), ofSecond);
  }

  private static <T> T await(FutureTask<T> task) {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("Failed to read one side", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Failed to wait for one side", e);
    }
  }
}
