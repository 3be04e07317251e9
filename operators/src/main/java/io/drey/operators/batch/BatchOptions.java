package io.drey.operators.batch;

import io.drey.operators.internal.Spans;
import io.drey.operators.rule.KeyedSettings;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When {@link Batch} emits a batch.
 *
 * @param size how many events it has at most
 * @param timeout how long after the event that arrived first an event still belongs to it, to the
 *     millisecond; null for any time
 * @param settings its notion of time, and how many keys are kept
 */
public record BatchOptions(int size, @Nullable Duration timeout, KeyedSettings settings)
    implements Serializable {
  public BatchOptions {
    if (size < 1) {
      throw new IllegalArgumentException("Invalid size: must be at least 1 but was " + size);
    }
    Spans.requireMillis("timeout", timeout);
  }

  /** A batch has so many events; the last before the end of input may have fewer. */
  public static BatchOptions ofSize(int size) {
    return new BatchOptions(size, null, KeyedSettings.EVENT_TIME);
  }

  /** The same with a batch emitted sooner where events are few. */
  public BatchOptions withTimeout(Duration duration) {
    return new BatchOptions(size, duration, settings);
  }

  /** The same with another notion of time or number of keys. */
  public BatchOptions with(KeyedSettings other) {
    return new BatchOptions(size, timeout, other);
  }

  /** The timeout in ms; {@link Long#MAX_VALUE} for none or longer. */
  long timeoutMillis() {
    return Spans.millis(timeout);
  }
}
