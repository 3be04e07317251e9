// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.internal.size;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.RegisteredKeyValueStateBackendMetaInfo;
import org.jspecify.annotations.Nullable;

/**
 * Asks RocksDB, or ForSt, which has the same interface under another name: both are on the class
 * path of some jobs only. Their number of entries is an estimate, in which a value that was changed
 * counts again until files are merged.
 */
final class DiskMeter implements StateMeter {
  private static final String ENTRIES = "rocksdb.estimate-num-keys";
  private static final String FILE_BYTES = "rocksdb.live-sst-files-size";
  private static final String MEMORY_BYTES = "rocksdb.cur-size-all-mem-tables";
  private static final String TIMERS = "_timer_state/";

  private final Object database;
  private final Map<?, ?> states;
  private final LongSupplier timers;
  private @Nullable Method property;

  private DiskMeter(Object database, Map<?, ?> states, LongSupplier timers) {
    this.database = database;
    this.states = states;
    this.timers = timers;
  }

  static @Nullable DiskMeter of(KeyedStateBackend<?> backend, LongSupplier timers) {
    Object database = Internals.value(backend, "db");
    return database != null && Internals.value(backend, "kvStateInformation") instanceof Map<?, ?> s
        ? new DiskMeter(database, s, timers)
        : null;
  }

  @Override
  public StateSize measure() {
    long keys = 0;
    long entries = 0;
    long bytes = 0;
    boolean hasTimers = false;
    for (Map.Entry<?, ?> state : states.entrySet()) {
      Object column = value(state.getValue(), "columnFamilyHandle");
      bytes += property(column, FILE_BYTES) + property(column, MEMORY_BYTES);
      if (state.getKey().toString().startsWith(TIMERS)) {
        hasTimers = true;
        continue;
      }
      long number = property(column, ENTRIES);
      entries += number;
      keys = isMap(value(state.getValue(), "metaInfo")) ? keys : Math.max(keys, number);
    }
    long onHeap = hasTimers ? 0 : timers.getAsLong() * HeapLayout.TIMER;
    return new StateSize(keys, entries, bytes + onHeap);
  }

  private static Object value(Object object, String field) {
    return Objects.requireNonNull(Internals.value(object, field), field);
  }

  private static boolean isMap(Object state) {
    return state instanceof RegisteredKeyValueStateBackendMetaInfo<?, ?> known
        && known.getStateType() == StateDescriptor.Type.MAP;
  }

  private long property(Object column, String name) {
    try {
      if (property == null) {
        property =
            database.getClass().getMethod("getLongProperty", column.getClass(), String.class);
      }
      return (Long) property.invoke(database, column, name);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("Failed to ask " + database.getClass() + " for " + name, e);
    }
  }
}
