// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.stateful;

import io.drey.operators.rule.KeyedRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** One call of a function: its context, and the results to emit once it has returned. */
final class Invocation<K, O> implements Context<K, O> {
  private final String step;
  private final Set<String> outputs;
  private final @Nullable KeyTimers timers;
  private final List<Object> results = new ArrayList<>();

  /** The side output of each result; null for the main output. */
  private final List<@Nullable OutputTag<Object>> tags = new ArrayList<>();

  private @Nullable K key;
  private @Nullable Long time;

  /**
   * A reusable context.
   *
   * @param step the step, for messages
   * @param timers null for a function without timers
   */
  Invocation(String step, Set<String> outputs, @Nullable KeyTimers timers) {
    this.step = step;
    this.outputs = outputs;
    this.timers = timers;
  }

  /** Begins a call; results left by an earlier call that threw are dropped. */
  void begin(K current, @Nullable Long at) {
    key = current;
    time = at;
    results.clear();
    tags.clear();
  }

  @Override
  public K key() {
    return Objects.requireNonNull(key);
  }

  @Override
  public long time() {
    return KeyedRule.timestampOf(time, step);
  }

  @Override
  public void emit(O result) {
    add(null, result);
  }

  @Override
  @SuppressWarnings("unchecked") // a result goes with the tag it was emitted with
  public <X> void output(OutputTag<X> output, X value) {
    if (!outputs.contains(output.getId())) {
      throw new IllegalArgumentException(
          "Unknown output: " + output.getId() + " (known: " + String.join(", ", outputs) + ")");
    }
    add((OutputTag<Object>) output, value);
  }

  private void add(@Nullable OutputTag<Object> tag, @Nullable Object result) {
    results.add(Objects.requireNonNull(result, "Invalid result: must not be null"));
    tags.add(tag);
  }

  @Override
  public Timers timers() {
    if (timers == null) {
      throw new IllegalStateException("Cannot set a timer: onTimer is not overridden");
    }
    return timers;
  }

  boolean hasResults() {
    return !results.isEmpty();
  }

  /** Emits the results to the main output and the side outputs. */
  @SuppressWarnings("unchecked") // results without a tag came by emit
  void leave(Consumer<O> main, BiConsumer<OutputTag<Object>, Object> named) {
    for (int i = 0; i < results.size(); i++) {
      OutputTag<Object> tag = tags.get(i);
      if (tag == null) {
        main.accept((O) results.get(i));
      } else {
        named.accept(tag, results.get(i));
      }
    }
    results.clear();
    tags.clear();
  }
}
