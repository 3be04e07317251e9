// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.yaml;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A YAML mapping whose keys are text, in the order of the file. */
public record YamlMapping(Map<String, Entry> entries, Position at) implements YamlValue {
  /** A key, its position, and its value. */
  public record Entry(String key, Position at, YamlValue value) {}

  public Set<String> keys() {
    return entries.keySet();
  }

  public Collection<Entry> all() {
    return entries.values();
  }

  public @Nullable Entry find(String key) {
    return entries.get(key);
  }

  /** The position of the value of a key, or of the mapping if there is no such key. */
  public Position positionOf(String key) {
    Entry entry = entries.get(key);
    return entry == null ? at : entry.value().at();
  }

  @Override
  public boolean isResolved() {
    return all().stream().allMatch(entry -> entry.value().isResolved());
  }

  @Override
  public String shown() {
    return entries.isEmpty() ? "{}" : "a mapping";
  }
}
