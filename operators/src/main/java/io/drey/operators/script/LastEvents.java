// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.script;

import io.drey.operators.internal.Instants;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.ValueState;

/** The last events of the current key, one entry each; with a ttl those that have not expired. */
final class LastEvents {
  private final int most;
  private final long ttl;
  private final MapState<Long, TimestampedText> events;
  private final ValueState<Remembered> remembered;

  LastEvents(RuntimeContext context, ScriptOptions options, Memory<?> memory) {
    this.most = memory.events();
    this.ttl = options.ttlMillis();
    this.events = context.getMapState(ScriptState.lastEvents(options));
    this.remembered = context.getState(ScriptState.remembered(options));
  }

  private Remembered remembered() throws Exception {
    Remembered stored = remembered.value();
    return stored == null ? Remembered.NONE : stored;
  }

  boolean isEmpty() throws Exception {
    return remembered.value() == null;
  }

  /** The newest events, newest first, that have not expired by an instant (ms). */
  List<String> newest(int number, long now) throws Exception {
    Remembered all = remembered();
    List<String> newest = new ArrayList<>();
    for (long at = all.next() - 1; at >= all.first() && newest.size() < number; at--) {
      TimestampedText event = events.get(at);
      if (event == null || Instants.plus(event.at(), ttl) <= now) {
        break;
      }
      newest.add(event.text());
    }
    return newest;
  }

  /** Adds the newest event, and forgets the oldest one if there are too many. */
  void add(String text, long timestamp) throws Exception {
    Remembered before = remembered();
    long first = before.first();
    for (; first <= before.next() - most; first++) {
      events.remove(first);
    }
    events.put(before.next(), new TimestampedText(timestamp, text));
    remembered.update(new Remembered(first, before.next() + 1));
  }

  /** Frees what expires by then; returns whether anything is left. */
  boolean hasAnyAfter(long timestamp) throws Exception {
    Remembered before = remembered();
    long first = before.first();
    while (first < before.next() && isExpired(first, timestamp)) {
      events.remove(first++);
    }
    if (first == before.next()) {
      clear();
      return false;
    }
    if (first > before.first()) {
      remembered.update(new Remembered(first, before.next()));
    }
    return true;
  }

  private boolean isExpired(long number, long timestamp) throws Exception {
    TimestampedText event = events.get(number);
    return event == null || Instants.plus(event.at(), ttl) <= timestamp;
  }

  void clear() {
    events.clear();
    remembered.clear();
  }
}
