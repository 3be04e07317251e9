// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.script;

import java.io.Serializable;
import org.apache.flink.util.function.SerializableFunction;
import org.jspecify.annotations.Nullable;

/**
 * The code of a {@link Script}.
 *
 * @param begin runs once per key, before its first event; null for nothing
 * @param event runs for each event
 * @param end runs once per key, at the end of input; null for nothing
 * @param memory the last events of the key that the code for an event sees; null for none
 */
public record Program<K, T, R>(
    @Nullable OnKey<K, R> begin,
    OnEvent<K, T, R> event,
    @Nullable OnKey<K, R> end,
    @Nullable Memory<T> memory)
    implements Serializable {

  /** Code that runs for an event. */
  @FunctionalInterface
  public interface OnEvent<K, T, R> extends Serializable {
    void run(T event, Scope<K, R> scope);

    /** Whether it has ended the run: further events are dropped. */
    default boolean isOver() {
      return false;
    }
  }

  /** Code that runs for a key. */
  @FunctionalInterface
  public interface OnKey<K, R> extends Serializable {
    void run(Scope<K, R> scope);
  }

  /** A program with code for each event only. */
  public static <K, T, R> Program<K, T, R> of(OnEvent<K, T, R> event) {
    return new Program<>(null, event, null, null);
  }

  /** A copy with code that runs before a key's first event. */
  public Program<K, T, R> beginning(OnKey<K, R> code) {
    return new Program<>(code, event, end, memory);
  }

  /** A copy with code that runs for each key at the end of input. */
  public Program<K, T, R> ending(OnKey<K, R> code) {
    return new Program<>(begin, event, code, memory);
  }

  /** A copy whose code for an event sees the last events of the key. */
  public Program<K, T, R> remembering(int events, SerializableFunction<T, String> text) {
    return new Program<>(begin, event, end, new Memory<>(events, text));
  }

  /** Whether the program needs to know which keys have been seen, apart from their entries. */
  boolean isPerKey() {
    return begin != null || end != null;
  }
}
