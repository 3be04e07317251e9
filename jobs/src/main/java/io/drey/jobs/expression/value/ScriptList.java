// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.value;

import io.drey.operators.event.JsonValue;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A list that a script may change; elements from JSON are converted when they are read. */
public final class ScriptList extends AbstractList<@Nullable Object> implements Tree {
  private final Branch branch;
  private final @Nullable JsonValue json;
  private @Nullable List<@Nullable Object> parts;

  public ScriptList() {
    this(Branch.of(2));
  }

  public ScriptList(Branch branch) {
    this.branch = branch;
    this.json = null;
  }

  /** The list of a JSON array. */
  ScriptList(JsonValue json) {
    this.branch = Branch.of(json.length());
    this.json = json;
  }

  private List<@Nullable Object> parts() {
    List<@Nullable Object> read = parts;
    if (read == null) {
      read = json == null ? new ArrayList<>() : new ArrayList<>(elements(json));
      parts = read;
    }
    return read;
  }

  private static List<JsonValue> elements(JsonValue json) {
    return Objects.requireNonNull(json.elements(), "elements");
  }

  @Override
  public Branch branch() {
    return branch;
  }

  @Override
  public int size() {
    return parts().size();
  }

  @Override
  public @Nullable Object get(int index) {
    Object part = parts().get(index);
    if (!(part instanceof JsonValue raw)) {
      return part;
    }
    Object value = Trees.read(raw, branch);
    branch.grow(Math.min(0, Trees.size(value) - Trees.size(raw)));
    parts().set(index, value);
    return value;
  }

  @Override
  public @Nullable Object set(int index, @Nullable Object value) {
    Object before = get(index);
    branch.change();
    if (value == before) {
      return before;
    }
    Object part = Trees.adopt(value, branch);
    branch.grow(Trees.size(part) - Trees.size(before));
    Trees.release(before);
    parts().set(index, part);
    return before;
  }

  @Override
  public void add(int index, @Nullable Object value) {
    Object part = Trees.adopt(value, branch);
    branch.grow(Trees.size(part) + 1);
    parts().add(index, part);
    branch.change();
    modCount++;
  }

  @Override
  public @Nullable Object remove(int index) {
    Object before = get(index);
    parts().remove(index);
    branch.grow(-Trees.size(before) - 1);
    Trees.release(before);
    branch.change();
    modCount++;
    return before;
  }

  @Override
  public void clear() {
    for (int i = size() - 1; i >= 0; i--) {
      remove(i);
    }
  }

  @Override
  public void sort(@Nullable Comparator<? super @Nullable Object> order) {
    for (int i = 0; i < size(); i++) {
      get(i);
    }
    parts().sort(order);
    branch.change();
  }

  /** Reverses the order. */
  public void reverse() {
    Collections.reverse(parts());
    branch.change();
  }

  @Override
  public int height() {
    int height = 0;
    for (Object part : parts()) {
      height = Math.max(height, Trees.height(part));
    }
    return height + 1;
  }

  @Override
  public void write(StringBuilder out) {
    if (json != null && !branch.isChanged()) {
      out.append(json);
      return;
    }
    out.append('[');
    String separator = "";
    for (Object part : parts()) {
      Trees.write(part, out.append(separator));
      separator = ",";
    }
    out.append(']');
  }
}
