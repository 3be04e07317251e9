package io.drey.operators.ratelimit;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Says which events of one key pass. An event older than what is kept counts as one of the instant
 * that is kept: a key's time never runs backwards.
 *
 * @param <S> what is kept of a key, never changed in place
 */
interface Limit<S> extends Serializable {
  /**
   * What is kept after an event; null where the event is limited and changes nothing.
   *
   * @param before null for a key of which nothing is kept
   * @param time of the event, in ms
   */
  @Nullable S after(@Nullable S before, long time) throws Exception;

  /** Whether the event that led here passes. */
  default boolean hasPassed(S after) {
    return true;
  }

  /** The number, from 1, of the event that led here; 0 where events are not numbered. */
  default long number(S after) {
    return 0;
  }

  /** The instant from which on the key is as one of which nothing is kept. */
  long staleFrom(S kept);
}
