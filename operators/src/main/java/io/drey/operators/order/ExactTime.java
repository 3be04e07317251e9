package io.drey.operators.order;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The instant of an event as it was written, finer than its timestamp's milliseconds. */
@FunctionalInterface
public interface ExactTime<T> extends Serializable {
  /**
   * Reads it.
   *
   * @param millis the event's timestamp
   * @return null where the event does not say it
   */
  @Nullable Instant of(T event, long millis);
}
