package io.drey.state.diff;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * What comes of two things that are done at the same time.
 *
 * @param first of the first
 * @param second of the second
 */
record Concurrently<T>(T first, T second) {
  /** Returns when both have ended; what either of them throws is thrown. */
  static <T> Concurrently<T> of(Supplier<T> first, Supplier<T> second) {
    FutureTask<T> beside = new FutureTask<>(first::get);
    new Thread(beside, "drey-diff").start();
    T ofSecond;
    try {
      ofSecond = second.get();
    } finally {
      // what it works on is closed next
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
