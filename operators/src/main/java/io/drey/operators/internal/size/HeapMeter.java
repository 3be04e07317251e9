// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.internal.size;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateEntry;
import org.apache.flink.runtime.state.heap.StateMap;
import org.apache.flink.runtime.state.heap.StateTable;
import org.jspecify.annotations.Nullable;

/**
 * Measures state on the heap: the tables know how many entries they hold; what these take is the
 * mean of a sample, spread over all key groups.
 */
final class HeapMeter implements StateMeter {
  /** How many entries of a state are looked at. */
  private static final int SAMPLE = 256;

  /** Of a larger sample, the first entry only shows what all entries share. */
  private static final int SMALL_SAMPLE = 8;

  private final Map<String, StateTable<?, ?, ?>> tables;
  private final LongSupplier timers;
  private final Set<String> ofKeys;

  private HeapMeter(
      Map<String, StateTable<?, ?, ?>> tables, LongSupplier timers, Set<String> ofKeys) {
    this.tables = tables;
    this.timers = timers;
    this.ofKeys = ofKeys;
  }

  @SuppressWarnings("unchecked") // Flink declares it so
  static @Nullable HeapMeter of(
      KeyedStateBackend<?> backend, LongSupplier timers, Set<String> ofKeys) {
    Object tables = Internals.value(backend, "registeredKVStates");
    return tables instanceof Map<?, ?>
        ? new HeapMeter((Map<String, StateTable<?, ?, ?>>) tables, timers, ofKeys)
        : null;
  }

  @Override
  public StateSize measure() {
    ObjectSizes objects = new ObjectSizes();
    StateTable<?, ?, ?> largest = largest();
    long keys = largest == null ? 0 : largest.size();
    long entries = 0;
    long bytes = timers.getAsLong() * HeapLayout.TIMER;
    for (Map.Entry<String, StateTable<?, ?, ?>> state : tables.entrySet()) {
      StateTable<?, ?, ?> table = state.getValue();
      // The states of a key hold the same object as their key.
      Sample sample = new Sample(objects, table == largest, !ofKeys.contains(state.getKey()));
      sample.take(table);
      long size = table.size();
      entries += Math.round(size * sample.entries());
      bytes += Math.round(size * sample.bytes()) + slots(table);
    }
    return new StateSize(keys, entries, bytes);
  }

  private @Nullable StateTable<?, ?, ?> largest() {
    StateTable<?, ?, ?> largest = null;
    for (StateTable<?, ?, ?> table : tables.values()) {
      largest = largest == null || table.size() > largest.size() ? table : largest;
    }
    return largest;
  }

  private static long slots(StateTable<?, ?, ?> table) {
    long slots = 0;
    for (StateMap<?, ?, ?> map : table.getState()) {
      slots += HeapLayout.slots(map.size());
    }
    return slots * HeapLayout.REFERENCE;
  }

  /** Some entries of a table, as many of each key group as it has a share of all. */
  private static final class Sample {
    private final ObjectSizes objects;
    private final boolean ownsKeys;
    private final boolean ownsValues;
    private long taken;
    private long entries;
    private long bytes;
    private long bytesOfFirst;

    Sample(ObjectSizes objects, boolean ownsKeys, boolean ownsValues) {
      this.objects = objects;
      this.ownsKeys = ownsKeys;
      this.ownsValues = ownsValues;
    }

    void take(StateTable<?, ?, ?> table) {
      double share = Math.min(1, SAMPLE / (double) Math.max(1, table.size()));
      for (StateMap<?, ?, ?> map : table.getState()) {
        int quota = (int) Math.ceil(share * map.size());
        Iterator<? extends StateEntry<?, ?, ?>> some = map.iterator();
        for (int i = 0; i < quota && some.hasNext(); i++) {
          take(some.next());
        }
      }
    }

    private void take(StateEntry<?, ?, ?> entry) {
      long key = objects.of(entry.getKey());
      bytes += HeapLayout.ENTRY + (ownsKeys ? key : 0);
      bytes += objects.of(entry.getNamespace());
      bytes += ownsValues ? objects.of(entry.getState()) : 0;
      entries += values(entry.getState());
      taken++;
      if (taken == 1) {
        bytesOfFirst = bytes;
      }
    }

    private static int values(@Nullable Object state) {
      if (state instanceof Collection<?> list) {
        return list.size();
      }
      return state instanceof Map<?, ?> map ? map.size() : 1;
    }

    double entries() {
      return entries / (double) Math.max(1, taken);
    }

    double bytes() {
      return taken <= SMALL_SAMPLE
          ? bytes / (double) Math.max(1, taken)
          : (bytes - bytesOfFirst) / (double) (taken - 1);
    }
  }
}
