// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.rule;

import io.drey.operators.internal.recency.Recency;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.operators.KeyContext;

/**
 * Caps the number of keys with state: when a key group has more than its share, its least recently
 * used keys are evicted.
 */
final class KeyCap<K> {
  /** More than one, so that a lowered cap is reached; few, so that no single event takes long. */
  private static final int MOST_AT_ONCE = 2;

  private final int cap;
  private final KeyedRule<K, ?, ?> rule;
  private final Recency<K> recency;
  private final KeyContext context;
  private final TimerService timers;
  private final Counter evictedKeys;

  KeyCap(
      int cap,
      KeyedRule<K, ?, ?> rule,
      Recency<K> recency,
      KeyContext context,
      TimerService timers,
      Counter evictedKeys) {
    this.cap = cap;
    this.rule = rule;
    this.recency = recency;
    this.context = context;
    this.timers = timers;
    this.evictedKeys = evictedKeys;
  }

  /** After an event of the current key. */
  void touched(K key) throws Exception {
    if (!rule.isLive()) {
      recency.forget(key);
      return;
    }
    recency.touch(key);
    for (int i = 0; i < MOST_AT_ONCE; i++) {
      K victim = recency.surplus(key, cap);
      if (victim == null) {
        return;
      }
      evict(victim);
      context.setCurrentKey(key);
    }
  }

  /** After a timer of the current key. */
  void timed(K key) throws Exception {
    if (!rule.isLive()) {
      recency.forget(key);
    }
  }

  private void evict(K victim) throws Exception {
    context.setCurrentKey(victim);
    rule.evict(timers);
    recency.forget(victim);
    evictedKeys.inc();
  }
}
