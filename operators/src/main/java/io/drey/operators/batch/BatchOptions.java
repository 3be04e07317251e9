// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.batch;

import io.drey.operators.internal.Spans;
import io.drey.operators.rule.KeyedSettings;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When {@link Batch} emits a batch.
 *
 * @param size the maximum number of events
 * @param timeout how long after the event that arrived first an event still belongs to the batch,
 *     in whole milliseconds; null for no limit
 * @param settings the time domain and the maximum number of keys
 */
public record BatchOptions(int size, @Nullable Duration timeout, KeyedSettings settings)
    implements Serializable {
  public BatchOptions {
    check(size, timeout);
  }

  /**
   * Checks options.
   *
   * @throws IllegalArgumentException if no event is allowed, or the timeout is shorter than a
   *     millisecond
   */
  public static void check(int size, @Nullable Duration timeout) {
    if (size < 1) {
      throw new IllegalArgumentException("Invalid size: must be at least 1 but was " + size);
    }
    Spans.requireMillis("timeout", timeout);
  }

  /** Batches of this size; the last before the end of input may be smaller. */
  public static BatchOptions ofSize(int size) {
    return new BatchOptions(size, null, KeyedSettings.EVENT_TIME);
  }

  /** A copy that emits a batch after the timeout even if it is not full. */
  public BatchOptions withTimeout(Duration duration) {
    return new BatchOptions(size, duration, settings);
  }

  /** A copy with another time domain or maximum number of keys. */
  public BatchOptions with(KeyedSettings other) {
    return new BatchOptions(size, timeout, other);
  }

  /** The timeout in ms; {@link Long#MAX_VALUE} if there is none or it is longer. */
  long timeoutMillis() {
    return Spans.millis(timeout);
  }
}
