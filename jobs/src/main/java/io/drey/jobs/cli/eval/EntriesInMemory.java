// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.eval;

import io.drey.jobs.expression.value.JsonOutput;
import io.drey.operators.script.Entries;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The state of a script outside of a job. */
final class EntriesInMemory implements Entries {
  private final Map<String, String> texts = new TreeMap<>();

  /** All entries, as an object. */
  String json() {
    return texts.entrySet().stream()
        .map(entry -> JsonOutput.text(entry.getKey()) + ':' + entry.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  @Override
  public @Nullable String get(String name) {
    return texts.get(name);
  }

  @Override
  public boolean contains(String name) {
    return texts.containsKey(name);
  }

  @Override
  public void put(String name, String text) {
    texts.put(name, text);
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
    return List.copyOf(texts.keySet());
  }
}
