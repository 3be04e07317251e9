// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.script;

import io.drey.operators.rule.InvalidEventException;
import io.drey.operators.sameness.Timed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What {@link Commands} answer, by maps alone. */
final class SequentialScript {
  private record Text(String text, long at) {}

  private static final class Key implements Entries {
    private final long ttl;
    private TreeMap<String, Text> texts = new TreeMap<>();
    private long now = Long.MIN_VALUE;

    Key(long ttl) {
      this.ttl = ttl;
    }

    void goTo(long time) {
      now = Math.max(now, time);
      texts.values().removeIf(text -> now - text.at >= ttl);
    }

    @Override
    public @Nullable String get(String name) {
      Text text = texts.get(name);
      return text == null ? null : text.text;
    }

    @Override
    public boolean contains(String name) {
      return texts.containsKey(name);
    }

    @Override
    public void put(String name, String text) {
      texts.put(name, new Text(text, now));
    }

    @Override
    public void remove(String name) {
      texts.remove(name);
    }

    @Override
    public void clear() {
      texts.clear();
    }

    @Override
    public long size() {
      return texts.size();
    }

    @Override
    public boolean isEmpty() {
      return texts.isEmpty();
    }

    @Override
    public List<String> names() {
      return new ArrayList<>(texts.keySet());
    }
  }

  private final Program<String, String, String> program;
  private final long ttl;
  private final Map<String, Key> keys = new HashMap<>();
  private final List<String> records = new ArrayList<>();

  SequentialScript(Program<String, String, String> program, ScriptOptions options) {
    this.program = program;
    this.ttl = options.ttlMillis();
  }

  List<String> run(List<Timed<String>> events) {
    events.forEach(this::see);
    if (program.end() != null) {
      keys.forEach(
          (name, key) -> {
            List<String> left = ttl == Long.MAX_VALUE ? key.names() : List.of();
            records.add("main " + name + " ends with " + left + " @ " + Long.MAX_VALUE);
          });
    }
    return records;
  }

  private void see(Timed<String> event) {
    String name = Commands.key(event.value());
    Key key = keys.getOrDefault(name, new Key(ttl));
    boolean isNew = !keys.containsKey(name);
    TreeMap<String, Text> before = new TreeMap<>(key.texts);
    long then = key.now;
    key.goTo(event.time());
    StringBuilder answer = new StringBuilder("main " + name);
    try {
      if (isNew && program.begin() != null) {
        key.put("begun", "yes");
      }
      for (String command : event.value().substring(name.length() + 1).split("; ", -1)) {
        answer.append(' ').append(Commands.run(command.split(" ", -1), key));
      }
    } catch (InvalidEventException e) {
      key.texts = before;
      key.now = then;
      records.add("invalid " + event.value() + " @ " + event.time());
      return;
    }
    keys.put(name, key);
    if (isNew && program.begin() != null) {
      records.add("main " + name + " begins @ " + event.time());
    }
    records.add(answer + " @ " + event.time());
  }
}
