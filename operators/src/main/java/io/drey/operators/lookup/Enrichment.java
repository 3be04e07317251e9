// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.lookup;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Tells the key of an event, and makes the result of an event and its row.
 *
 * <p>If a function throws {@link io.drey.operators.rule.InvalidEventException}, the event goes to
 * the side output for invalid events.
 *
 * @param <T> the events
 * @param <K> the keys
 * @param <V> the rows
 * @param <R> the results
 */
public interface Enrichment<T, K, V, R> extends Serializable {
  /** The key of an event; one without a key is invalid. */
  @Nullable K keyOf(T event);

  /**
   * The result of an event.
   *
   * @param row null if the table has none, which happens with {@link Missing#KEEP} only
   */
  R enriched(T event, @Nullable V row);

  /** Reads the key of an event. */
  @FunctionalInterface
  interface Key<T, K> extends Serializable {
    @Nullable K of(T event);
  }

  /** Joins an event and its row. */
  @FunctionalInterface
  interface Join<T, V, R> extends Serializable {
    R join(T event, @Nullable V row);
  }

  /** An enrichment of two functions. */
  static <T, K, V, R> Enrichment<T, K, V, R> of(Key<T, K> key, Join<T, V, R> join) {
    return new Enrichment<>() {
      private static final long serialVersionUID = 1L;

      @Override
      public @Nullable K keyOf(T event) {
        return key.of(event);
      }

      @Override
      public R enriched(T event, @Nullable V row) {
        return join.join(event, row);
      }
    };
  }
}
