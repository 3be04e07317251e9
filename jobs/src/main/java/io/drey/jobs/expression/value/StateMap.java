// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.value;

import io.drey.operators.event.JsonValue;
import io.drey.operators.script.Entries;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;

/** The state of a key for scripts: an entry is read from state when it is used. */
public final class StateMap extends AbstractMap<String, @Nullable Object> {
  private static final String NULL = "null";
  private static final int SHORT_NUMBER = 18;

  /** An entry that has been read or set. */
  private static final class Slot {
    private @Nullable Object value;
    private boolean isSet;

    boolean isToSave() {
      return isSet || (value instanceof Tree tree && tree.branch().isChanged());
    }
  }

  private final Entries entries;
  private final Branch branch = Branch.root();
  private final Map<String, Slot> slots = new LinkedHashMap<>();

  public StateMap(Entries entries) {
    this.entries = entries;
  }

  private @Nullable Slot slot(String name) {
    Slot slot = slots.get(name);
    if (slot != null) {
      return slot;
    }
    String text = entries.get(name);
    return text == null ? null : open(name, read(name, text), text.length());
  }

  private Slot open(String name, @Nullable Object value, long size) {
    Slot slot = new Slot();
    slot.value = value;
    slots.put(name, slot);
    branch.grow(name.length() + size);
    return slot;
  }

  private @Nullable Object read(String name, String text) {
    if (isShortInteger(text)) {
      return Long.parseLong(text);
    }
    JsonValue json = JsonInput.value(text);
    if (json == null) {
      throw new FlinkRuntimeException(
          "Invalid state '" + name + "': must be JSON but was '" + text + "'");
    }
    return Trees.read(json, branch);
  }

  private static boolean isShortInteger(String text) {
    if (text.length() > SHORT_NUMBER || text.isEmpty()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    Slot slot = name instanceof String text ? slot(text) : null;
    return slot == null ? null : slot.value;
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return name instanceof String text && (slots.containsKey(text) || entries.contains(text));
  }

  @Override
  public @Nullable Object put(String name, @Nullable Object value) {
    Slot slot = slot(name);
    if (slot == null) {
      slot = open(name, null, 0);
      entries.put(name, NULL); // Counts from now on; its value is written at the end.
    }
    Object before = slot.value;
    slot.isSet = true;
    if (before instanceof Tree && value == before) {
      return before;
    }
    Object part = Trees.adopt(value, branch);
    branch.grow(Trees.size(part));
    Trees.release(before);
    slot.value = part;
    return before;
  }

  @Override
  public @Nullable Object remove(@Nullable Object key) {
    Slot slot = key instanceof String text ? slot(text) : null;
    if (slot == null || !(key instanceof String name)) {
      return null;
    }
    entries.remove(name);
    slots.remove(name);
    Trees.release(slot.value);
    return slot.value;
  }

  @Override
  public void clear() {
    entries.clear();
    slots.values().forEach(slot -> Trees.release(slot.value));
    slots.clear();
  }

  @Override
  public int size() {
    return (int) Math.min(entries.size(), Integer.MAX_VALUE);
  }

  @Override
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Sorted. */
  List<String> names() {
    return entries.names();
  }

  @Override
  public Set<String> keySet() {
    return new LinkedHashSet<>(names());
  }

  /** The current values, sorted by name. */
  @Override
  public Set<Map.Entry<String, @Nullable Object>> entrySet() {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    names().forEach(name -> all.put(name, get(name)));
    return all.entrySet();
  }

  /** Writes the entries that have been set or changed. */
  public void save() {
    slots.forEach(
        (name, slot) -> {
          if (slot.isToSave()) {
            entries.put(name, JsonOutput.text(slot.value));
          }
        });
  }
}
