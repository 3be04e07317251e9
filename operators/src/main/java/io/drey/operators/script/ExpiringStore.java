// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.script;

import io.drey.operators.internal.Instants;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.TimerService;
import org.jspecify.annotations.Nullable;

/**
 * A store whose entries expire in event time. Expired entries are invisible, and are freed by one
 * timer per key that fires about once per ttl, so that each entry is checked only a few times.
 */
final class ExpiringStore implements Store {
  private final boolean perKey;
  private final long ttl;
  private final MapState<String, TimestampedText> entries;
  private final ValueState<Clock> clock;
  private final @Nullable LastEvents lastEvents;

  private @Nullable Clock before;
  private long latest;
  private long now;

  ExpiringStore(
      RuntimeContext context,
      ScriptOptions options,
      boolean perKey,
      @Nullable LastEvents lastEvents) {
    this.lastEvents = lastEvents;
    this.perKey = perKey;
    this.ttl = options.ttlMillis();
    this.entries = context.getMapState(ScriptState.expiringEntries());
    this.clock = context.getState(ScriptState.clock());
  }

  @Override
  public boolean enter(@Nullable Long timestamp, TimerService timers) throws Exception {
    long time = Objects.requireNonNull(timestamp);
    before = clock.value();
    latest = before == null ? time : Math.max(before.latest(), time);
    now = Math.max(latest, timers.currentWatermark());
    return !perKey || before != null;
  }

  @Override
  public long latest() {
    return latest;
  }

  @Override
  public long now() {
    return now;
  }

  private boolean isThere(@Nullable TimestampedText entry) {
    return entry != null && Instants.plus(entry.at(), ttl) > now;
  }

  @Override
  public @Nullable String get(String name) throws Exception {
    TimestampedText entry = entries.get(name);
    return entry != null && isThere(entry) ? entry.text() : null;
  }

  @Override
  public List<String> names() throws Exception {
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, TimestampedText> entry : entries.entries()) {
      if (isThere(entry.getValue())) {
        names.add(entry.getKey());
      }
    }
    return names;
  }

  @Override
  public long size() throws Exception {
    return names().size();
  }

  @Override
  public boolean isEmpty() throws Exception {
    for (TimestampedText entry : entries.values()) {
      if (isThere(entry)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void put(String name, String text) throws Exception {
    entries.put(name, new TimestampedText(latest, text));
  }

  @Override
  public void remove(String name) throws Exception {
    entries.remove(name);
  }

  @Override
  public void removeAll() {
    entries.clear();
  }

  @Override
  public boolean renews() {
    return true;
  }

  @Override
  public void leave(Changes changes, TimerService timers) throws Exception {
    long timer = before == null ? Clock.NO_TIMER : before.timer();
    if (timer == Clock.NO_TIMER) {
      timer = changes.hasPut() || lastEvents != null ? Instants.plus(latest, ttl) : latest;
      timers.registerEventTimeTimer(timer);
    } else if (timer > latest && changes.hasRemoved() && lastEvents == null && entries.isEmpty()) {
      timers.deleteEventTimeTimer(timer);
      timer = latest;
      timers.registerEventTimeTimer(timer);
    }
    keep(new Clock(latest, timer));
  }

  private void keep(Clock after) throws Exception {
    if (after.equals(before)) {
      return;
    }
    if (perKey || after.timer() != Clock.NO_TIMER) {
      clock.update(after);
    } else if (before != null) {
      clock.clear();
    }
  }

  @Override
  public boolean isLive() throws Exception {
    return clock.value() != null;
  }

  @Override
  public void sweep(long timestamp, TimerService timers) throws Exception {
    before = clock.value();
    if (before == null || before.timer() != timestamp) {
      return;
    }
    long next = nextAfter(timestamp, before.latest());
    if (next != Clock.NO_TIMER) {
      timers.registerEventTimeTimer(next);
    }
    keep(new Clock(before.latest(), next));
  }

  /** Until time has passed its latest event, a key keeps its clock even without entries. */
  private long nextAfter(long timestamp, long keyTime) throws Exception {
    if (hasAnyAfter(timestamp)) {
      return Instants.plus(keyTime, ttl);
    }
    return keyTime > timestamp ? keyTime : Clock.NO_TIMER;
  }

  /** Frees what expires by then; returns whether anything is left. */
  private boolean hasAnyAfter(long timestamp) throws Exception {
    boolean isRemembered = lastEvents != null && lastEvents.hasAnyAfter(timestamp);
    boolean isLeft = false;
    Iterator<Map.Entry<String, TimestampedText>> all = entries.iterator();
    while (all.hasNext()) {
      if (Instants.plus(all.next().getValue().at(), ttl) <= timestamp) {
        all.remove();
      } else {
        isLeft = true;
      }
    }
    if (!isLeft) {
      entries.clear(); // removing by iterator would leave an empty map behind
    }
    return isLeft || isRemembered;
  }

  @Override
  public void forget(TimerService timers) throws Exception {
    Clock stored = clock.value();
    if (stored != null && stored.timer() != Clock.NO_TIMER) {
      timers.deleteEventTimeTimer(stored.timer());
    }
    entries.clear();
    clock.clear();
  }
}
