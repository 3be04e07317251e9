// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import io.drey.jobs.expression.syntax.ExpressionException;
import io.drey.jobs.expression.syntax.ScriptOrigin;
import io.drey.jobs.expression.value.ExpressionFailedException;
import io.drey.operators.event.Event;
import io.drey.operators.script.Entries;
import io.drey.operators.script.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** The state of one key, without a cluster; what fails is not taken back. */
class TestingKey implements Scope<String, Event>, Entries {
  private final String key;
  private final Map<String, String> entries = new TreeMap<>();
  private final List<String> emitted = new ArrayList<>();
  private final List<String> events = new ArrayList<>();
  private int reads;
  private long skipped;
  private @Nullable Long timestamp;

  TestingKey(String key) {
    this.key = key;
  }

  /** What a script emits for an event: {@code 1:2: message} if it fails. */
  List<String> run(String script, String event) throws ExpressionException {
    return run(EventScript.parse(script, ScriptOrigin.text()), event);
  }

  List<String> run(EventScript script, String event) {
    return run(script, Event.of(event));
  }

  List<String> run(EventScript script, Event event) {
    emitted.clear();
    try {
      script.run(event, this);
      events.add(0, event.toString());
      return List.copyOf(emitted);
    } catch (ExpressionFailedException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  /** Sets the timestamp of the events to come. */
  TestingKey at(long millis) {
    timestamp = millis;
    return this;
  }

  Map<String, String> entries() {
    return entries;
  }

  int reads() {
    return reads;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public Entries state() {
    return this;
  }

  long skipped() {
    return skipped;
  }

  @Override
  public @Nullable Long timestamp() {
    return timestamp;
  }

  @Override
  public List<String> lastEvents(int number) {
    reads++;
    return events.subList(0, Math.min(number, events.size()));
  }

  @Override
  public void skip(long values) {
    skipped += values;
  }

  @Override
  public void emit(Event record) {
    emitted.add(record.toString());
  }

  @Override
  public <X> void emit(OutputTag<X> tag, X record) {
    emitted.add(tag.getId() + " " + record);
  }

  @Override
  public @Nullable String get(String name) {
    reads++;
    return entries.get(name);
  }

  @Override
  public boolean contains(String name) {
    reads++;
    return entries.containsKey(name);
  }

  @Override
  public void put(String name, String text) {
    entries.put(name, text);
  }

  @Override
  public void remove(String name) {
    entries.remove(name);
  }

  @Override
  public void clear() {
    entries.clear();
  }

  @Override
  public long size() {
    return entries.size();
  }

  @Override
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  @Override
  public List<String> names() {
    reads += entries.size();
    return new ArrayList<>(entries.keySet());
  }
}
