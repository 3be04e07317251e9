// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.script;

import io.drey.operators.internal.ProcessingTimeTtl;
import io.drey.operators.meaning.Derivation;
import io.drey.operators.meaning.Derived;
import io.drey.operators.meaning.Meaning;
import io.drey.operators.meaning.StateMeaning;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimeDomain;

/**
 * The keyed state of a script. Changing a name or a type here breaks compatibility with existing
 * savepoints.
 */
public final class ScriptState {
  private static final String ENTRIES = "entries";

  private ScriptState() {}

  /** Without a ttl, or with one in processing time: the key's values by name. */
  @StateMeaning(state = ENTRIES, value = Meaning.JSON)
  public static MapStateDescriptor<String, String> entries(ScriptOptions options) {
    MapStateDescriptor<String, String> entries =
        new MapStateDescriptor<>(ENTRIES, Types.STRING, Types.STRING);
    expire(entries, options);
    return entries;
  }

  /**
   * Without a ttl: the number of entries of the key. Present for every key that was seen if the
   * program has begin or end code, else for keys with entries.
   */
  @Derived(value = Derivation.ENTRY_COUNT, from = ENTRIES)
  @StateMeaning(state = "size")
  public static ValueStateDescriptor<Long> size() {
    return new ValueStateDescriptor<>("size", Types.LONG);
  }

  /** With a ttl in event time: the key's values by name, and when they were written. */
  @StateMeaning(state = "expiring-entries")
  public static MapStateDescriptor<String, TimestampedText> expiringEntries() {
    return new MapStateDescriptor<>("expiring-entries", Types.STRING, TimestampedText.TYPE);
  }

  /** With a memory: the key's last events by number, and, with a ttl, when they came. */
  @StateMeaning(state = "last-events")
  public static MapStateDescriptor<Long, TimestampedText> lastEvents(ScriptOptions options) {
    MapStateDescriptor<Long, TimestampedText> events =
        new MapStateDescriptor<>("last-events", Types.LONG, TimestampedText.TYPE);
    expire(events, options);
    return events;
  }

  /** With a memory: the numbers of the key's last events. */
  @StateMeaning(state = "remembered")
  public static ValueStateDescriptor<Remembered> remembered(ScriptOptions options) {
    ValueStateDescriptor<Remembered> numbers =
        new ValueStateDescriptor<>("remembered", Remembered.TYPE);
    expire(numbers, options);
    return numbers;
  }

  private static void expire(StateDescriptor<?, ?> state, ScriptOptions options) {
    if (options.ttl() != null && options.time() == TimeDomain.PROCESSING_TIME) {
      state.enableTimeToLive(ProcessingTimeTtl.of(options.ttl()));
    }
  }

  /** With a ttl in event time: the key's clock; freed once time has passed it and its entries. */
  @StateMeaning(state = "clock")
  public static ValueStateDescriptor<Clock> clock() {
    return new ValueStateDescriptor<>("clock", Clock.TYPE);
  }

  /** With a ttl in processing time and begin or end code: whether the key was seen. */
  @StateMeaning(state = "seen-key")
  public static ValueStateDescriptor<Boolean> seenKey() {
    return new ValueStateDescriptor<>("seen-key", Types.BOOLEAN);
  }
}
