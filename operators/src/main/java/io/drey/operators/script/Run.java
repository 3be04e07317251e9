// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.script;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.FlinkRuntimeException;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** One run of a program's code; its results are emitted only once it has succeeded. */
final class Run<K, T, R> implements Scope<K, R> {
  private record Named<X>(OutputTag<X> tag, X record) {}

  private final Transaction state;
  private final List<R> main = new ArrayList<>();
  private final List<Named<?>> named = new ArrayList<>();
  private final Store store;
  private final @Nullable LastEvents lastEvents;
  private final Counter skippedValues;
  private final Supplier<@Nullable Long> timestamp;
  private @Nullable K key;

  Run(
      Transaction state,
      Store store,
      @Nullable LastEvents lastEvents,
      Counter skippedValues,
      Supplier<@Nullable Long> timestamp) {
    this.state = state;
    this.store = store;
    this.lastEvents = lastEvents;
    this.skippedValues = skippedValues;
    this.timestamp = timestamp;
  }

  void start(K current) {
    key = current;
    main.clear();
    named.clear();
    state.start();
  }

  void flush(KeyedProcessFunction<K, T, R>.Context context, Collector<R> out) {
    for (Named<?> one : named) {
      output(one, context);
    }
    for (R record : main) {
      out.collect(record);
    }
  }

  private <X> void output(Named<X> one, KeyedProcessFunction<K, T, R>.Context context) {
    context.output(one.tag, one.record);
  }

  @Override
  public K key() {
    K current = key;
    if (current == null) {
      throw new IllegalStateException("No current key");
    }
    return current;
  }

  @Override
  public Entries state() {
    return state;
  }

  @Override
  public @Nullable Long timestamp() {
    return timestamp.get();
  }

  @Override
  public List<String> lastEvents(int number) {
    try {
      return lastEvents == null ? List.of() : lastEvents.newest(number, store.now());
    } catch (Exception e) {
      throw new FlinkRuntimeException("Failed to read state", e);
    }
  }

  @Override
  public void skip(long values) {
    skippedValues.inc(values);
  }

  @Override
  public void emit(R record) {
    main.add(record);
  }

  @Override
  public <X> void emit(OutputTag<X> tag, X record) {
    named.add(new Named<>(tag, record));
  }
}
