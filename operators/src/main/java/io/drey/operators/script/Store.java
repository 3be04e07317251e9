// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.script;

import org.apache.flink.streaming.api.TimerService;
import org.jspecify.annotations.Nullable;

/** The state of the current key. */
interface Store {
  /**
   * Advances to the time of an event.
   *
   * @param timestamp the event's, or null in processing time
   * @return whether the key has been seen before, if the program needs to know
   */
  boolean enter(@Nullable Long timestamp, TimerService timers) throws Exception;

  /** The timestamp (ms) of the key's latest event; the least one if entries do not expire by it. */
  default long latest() {
    return Long.MIN_VALUE;
  }

  /** The instant (ms) by which entries have expired or not; the least one as {@link #latest} is. */
  default long now() {
    return Long.MIN_VALUE;
  }

  @Nullable String get(String name) throws Exception;

  /** The names of all entries, in any order. */
  Iterable<String> names() throws Exception;

  /** The number of entries. */
  long size() throws Exception;

  boolean isEmpty() throws Exception;

  void put(String name, String text) throws Exception;

  void remove(String name) throws Exception;

  void removeAll() throws Exception;

  /** Whether putting an unchanged value has an effect. */
  boolean renews();

  /** Called after the changes of an event. */
  void leave(Changes changes, TimerService timers) throws Exception;

  /** Whether the key has state. */
  boolean isLive() throws Exception;

  /** Frees what has expired, when a timer of the key fires. */
  void sweep(long timestamp, TimerService timers) throws Exception;

  /** Frees the state of the key. */
  void forget(TimerService timers) throws Exception;
}
