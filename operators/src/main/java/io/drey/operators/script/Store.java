package io.drey.operators.script;

import org.apache.flink.streaming.api.TimerService;
import org.jspecify.annotations.Nullable;

/** What is kept of the current key from one event to the next. */
interface Store {
  /**
   * Goes to the time of an event.
   *
   * @param timestamp the event's, or null in processing time
   * @return whether the key has been seen before, as far as that matters to the program
   */
  boolean enter(@Nullable Long timestamp, TimerService timers) throws Exception;

  @Nullable String get(String name) throws Exception;

  /** The names of all entries, in any order. */
  Iterable<String> names() throws Exception;

  /** How many entries there are. */
  long size() throws Exception;

  boolean isEmpty() throws Exception;

  void put(String name, String text) throws Exception;

  void remove(String name) throws Exception;

  void removeAll() throws Exception;

  /** Whether a put of the text that is there already makes a difference. */
  boolean renews();

  /** After the changes of an event. */
  void leave(Changes changes, TimerService timers) throws Exception;

  /** Whether anything is kept. */
  boolean isLive() throws Exception;

  /** Frees what has expired, when one of its timers fires. */
  void sweep(long timestamp, TimerService timers) throws Exception;

  /** Forgets the key. */
  void forget(TimerService timers) throws Exception;
}
