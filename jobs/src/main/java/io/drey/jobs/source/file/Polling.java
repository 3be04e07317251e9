// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.source.ReaderOutput;

/**
 * When a reader lists its files: once, or again and again where it follows them. One that has read
 * everything is idle after a while, so that it does not hold back the time of other sources.
 */
final class Polling {
  private final boolean follow;
  private final long periodNanos;
  private final long idleNanos;
  private boolean listed;
  private boolean idle;
  private long lastListing;
  private long lastReading = System.nanoTime();

  Polling(FileInput input) {
    follow = input.follow();
    periodNanos = input.poll().toNanos();
    idleNanos = input.idleAfter().toNanos();
  }

  /** Whether the files are to be listed now. */
  boolean isDue() {
    return !listed || (follow && System.nanoTime() - lastListing >= periodNanos);
  }

  void listed() {
    listed = true;
    lastListing = System.nanoTime();
  }

  /** Is called whenever a file is read. */
  void reading(ReaderOutput<?> output) {
    if (follow) {
      lastReading = System.nanoTime();
      if (idle) {
        idle = false;
        output.markActive();
      }
    }
  }

  /** When to look again, all having been read: never where files are not followed. */
  CompletableFuture<Void> next(ReaderOutput<?> output) {
    if (!follow) {
      // not idle: the watermark of an idle source passes it and would make its next file late
      return new CompletableFuture<>();
    }
    if (!idle && System.nanoTime() - lastReading >= idleNanos) {
      idle = true;
      output.markIdle();
    }
    long wait = Math.max(0, periodNanos - (System.nanoTime() - lastListing));
    Executor later = CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS);
    return CompletableFuture.runAsync(() -> {}, later);
  }
}
