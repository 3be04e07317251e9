// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.value;

import io.drey.operators.event.Event;
import io.drey.operators.event.FieldName;
import io.drey.operators.event.JsonText;
import io.drey.operators.event.JsonValue;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object that a script may change: JSON as it was written, plus the changes. Fields that are not
 * changed stay as they were written.
 */
public final class ScriptMap extends AbstractMap<String, @Nullable Object> implements Tree {
  /** Marks a removed field. */
  private static final Object REMOVED = new Object();

  private static final Event NOTHING = Event.of("{}");

  /** With more changes than this, they are not spliced one by one. */
  private static final int FEW = 16;

  private final Branch branch;
  private final Fields json;

  /** The fields that have been set or removed, in that order. */
  private final Map<String, @Nullable Object> own = new LinkedHashMap<>();

  /** Lists and objects that have been read, and so may have been changed. */
  private final Map<String, Tree> read = new HashMap<>();

  public ScriptMap() {
    this(Branch.of(2), NOTHING);
  }

  ScriptMap(Event json) {
    this(Branch.of(json.length()), json);
  }

  private ScriptMap(Branch branch, Event json) {
    this.branch = branch;
    this.json = new Fields(json);
  }

  /** The event that a script runs for. */
  public static ScriptMap root(Event event) {
    return new ScriptMap(Branch.root(), event);
  }

  /** An object that a script may only read. */
  public static ScriptMap frozen(String name, Event json) {
    return new ScriptMap(Branch.frozen(name), json);
  }

  @Override
  public Branch branch() {
    return branch;
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    return name instanceof String text ? field(new FieldName(text)) : null;
  }

  public @Nullable Object field(FieldName name) {
    String text = name.text();
    if (!own.isEmpty()) {
      Object set = own.get(text);
      if (set != null || own.containsKey(text)) {
        return set == REMOVED ? null : set;
      }
    }
    Tree known = read.isEmpty() ? null : read.get(text);
    return known == null ? read(text, json.find(name)) : known;
  }

  private @Nullable Object read(String name, @Nullable JsonValue found) {
    Object value = found == null ? null : Trees.read(found, branch);
    if (value instanceof Tree tree) {
      read.put(name, tree);
    }
    return value;
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return name instanceof String text
        && (own.containsKey(text) ? own.get(text) != REMOVED : json.has(text));
  }

  @Override
  public @Nullable Object put(String name, @Nullable Object value) {
    Object before = get(name);
    branch.change();
    if (before instanceof Tree && value == before) {
      return before;
    }
    long more = containsKey(name) ? -Trees.size(before) : name.length() + 4L;
    Object part = Trees.adopt(value, branch);
    branch.grow(more + Trees.size(part));
    Trees.release(before);
    read.remove(name);
    own.put(name, part);
    return before;
  }

  @Override
  public @Nullable Object remove(@Nullable Object key) {
    if (!(key instanceof String name) || !containsKey(name)) {
      return null;
    }
    Object before = get(name);
    branch.change();
    branch.grow(-Trees.size(before) - name.length() - 4);
    Trees.release(before);
    read.remove(name);
    if (json.has(name)) {
      own.put(name, REMOVED);
    } else {
      own.remove(name);
    }
    return before;
  }

  @Override
  public void clear() {
    names().forEach(this::remove);
  }

  @Override
  public int size() {
    return isUnchanged() ? json.names().size() : names().size();
  }

  /** The names, those from JSON first. */
  private List<String> names() {
    Set<String> names = new LinkedHashSet<>(json.names());
    own.forEach(
        (name, value) -> {
          if (value == REMOVED) {
            names.remove(name);
          } else {
            names.add(name);
          }
        });
    return new ArrayList<>(names);
  }

  @Override
  public Set<String> keySet() {
    return new LinkedHashSet<>(names());
  }

  /** The current values. */
  @Override
  public Set<Map.Entry<String, @Nullable Object>> entrySet() {
    Map<String, @Nullable Object> entries = new LinkedHashMap<>();
    names().forEach(name -> entries.put(name, get(name)));
    return entries.entrySet();
  }

  @Override
  public int height() {
    if (isUnchanged()) {
      return Trees.height(json.event().toString());
    }
    int height = 0;
    for (String name : names()) {
      height = Math.max(height, Trees.height(part(name)));
    }
    return height + 1;
  }

  /** The value of a name, whether it has been read or not. */
  private @Nullable Object part(String name) {
    if (own.containsKey(name)) {
      return own.get(name);
    }
    Tree known = read.get(name);
    return known == null ? json.find(new FieldName(name)) : known;
  }

  private boolean isUnchanged() {
    return own.isEmpty() && (read.isEmpty() || !branch.isChanged());
  }

  @Override
  public void write(StringBuilder out) {
    if (isUnchanged() || isSpliced()) {
      out.append(event());
    } else {
      writeAnew(out);
    }
  }

  /** The object as it was, without any change. */
  public Event original() {
    return json.event();
  }

  /** The current object: its fields in their original order, then new ones. */
  public Event event() {
    if (isUnchanged()) {
      return json.event();
    }
    if (isSpliced()) {
      return spliced();
    }
    StringBuilder out = new StringBuilder();
    writeAnew(out);
    return Event.of(out.toString());
  }

  private boolean isSpliced() {
    return own.size() <= FEW && json.event().length() > NOTHING.length();
  }

  private Event spliced() {
    Event event = json.event();
    for (Map.Entry<String, Tree> field : read.entrySet()) {
      if (field.getValue().branch().isChanged()) {
        event = event.withJson(field.getKey(), JsonOutput.bytes(field.getValue()));
      }
    }
    for (Map.Entry<String, @Nullable Object> field : own.entrySet()) {
      event =
          field.getValue() == REMOVED
              ? event.without(field.getKey())
              : event.withJson(field.getKey(), JsonOutput.bytes(field.getValue()));
    }
    return event;
  }

  private void writeAnew(StringBuilder out) {
    out.append('{');
    String separator = "";
    for (String name : names()) {
      JsonText.quote(name, out.append(separator));
      Trees.write(part(name), out.append(':'));
      separator = ",";
    }
    out.append('}');
  }
}
