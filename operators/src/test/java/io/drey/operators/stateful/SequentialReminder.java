// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.stateful;

import io.drey.operators.sameness.Timed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * {@link Reminder} as one would write it over a list: what it does with an event, a timer and the
 * end of a ttl, and nothing of Flink.
 */
final class SequentialReminder {
  private static final class Memory {
    final TreeSet<Long> timers = new TreeSet<>();
    int events;
    int reminders;
    long latest;
    long last = Long.MIN_VALUE;
  }

  private final long ttl;
  private final Map<String, Memory> memories = new TreeMap<>();
  private final List<String> out = new ArrayList<>();

  /** A reference that forgets a key after that many ms; {@link Long#MAX_VALUE} for never. */
  SequentialReminder(long ttl) {
    this.ttl = ttl;
  }

  List<String> run(List<Timed<String>> input) {
    for (Timed<String> event : input) {
      String key = TestingStateful.key(event.value());
      passTo(event.time() - 1, event.time(), key);
      handle(event, memories.computeIfAbsent(key, unused -> new Memory()), key);
    }
    for (String key : List.copyOf(memories.keySet())) {
      passTo(Long.MAX_VALUE, Long.MAX_VALUE, key);
    }
    return out;
  }

  private void handle(Timed<String> event, Memory memory, String key) {
    int number = Integer.parseInt(event.value().substring(2));
    if (number % 2 == 0) {
      memory.timers.remove(memory.latest + 50);
      memory.timers.remove(memory.latest + 70);
    }
    memory.events++;
    memory.latest = event.time();
    memory.last = Math.max(memory.last, event.time());
    memory.timers.add(event.time() + 50);
    memory.timers.add(event.time() + 70);
    out.add(
        "main %s %d %d @ %d"
            .formatted(event.value(), memory.events, memory.reminders, event.time()));
    if (number % 10 == 9) {
      memories.remove(key);
    }
  }

  private void passTo(long timersUntil, long instant, String key) {
    Memory memory = memories.get(key);
    if (memory == null) {
      return;
    }
    long deadline = memory.last > Long.MAX_VALUE - ttl ? Long.MAX_VALUE : memory.last + ttl;
    boolean isOver = deadline <= instant;
    while (!memory.timers.isEmpty() && memory.timers.first() <= (isOver ? deadline : timersUntil)) {
      long at = memory.timers.pollFirst();
      memory.reminders++;
      out.add("reminded %s %d %d @ %d".formatted(key, memory.events, memory.reminders, at));
      if (memory.reminders % 5 == 0) {
        memory.timers.add(at + 3);
      }
    }
    if (isOver) {
      memories.remove(key);
    }
  }
}
