// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.value;

import io.drey.state.migration.FieldStep;
import io.drey.state.migration.FieldStep.AddField;
import io.drey.state.migration.FieldStep.CastField;
import io.drey.state.migration.FieldStep.DropField;
import io.drey.state.migration.FieldStep.RenameField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The steps for one field, and for the fields within. */
final class FieldNode {
  private final Map<String, FieldNode> fields = new LinkedHashMap<>();
  private final List<FieldStep> steps = new ArrayList<>();

  /** The fields that are added within, by their names. */
  private final Map<String, AddField> added = new LinkedHashMap<>();

  private @Nullable CastField cast;
  private @Nullable String newName;
  private boolean isDropped;
  private boolean isFound;

  static FieldNode of(List<FieldStep> steps) {
    FieldNode root = new FieldNode();
    steps.forEach(root::add);
    root.isFound = true;
    return root;
  }

  private void add(FieldStep step) {
    String path = step.place().value();
    if (step instanceof AddField field) {
      int dot = path.lastIndexOf('.');
      FieldNode parent = dot < 0 ? this : at(path.substring(0, dot));
      parent.steps.add(step);
      parent.added.put(path.substring(dot + 1), field);
      return;
    }
    FieldNode node = at(path);
    node.steps.add(step);
    if (step instanceof CastField cast) {
      node.cast = cast;
    } else if (step instanceof RenameField rename) {
      node.newName = rename.to();
    } else if (step instanceof DropField) {
      node.isDropped = true;
    }
  }

  private FieldNode at(String path) {
    FieldNode node = this;
    for (String name : path.split("\\.", -1)) {
      node = node.fields.computeIfAbsent(name, unknown -> new FieldNode());
    }
    return node;
  }

  /** The steps for a field of this name, which there is; null if there are none. */
  @Nullable FieldNode find(String name) {
    FieldNode node = fields.get(name);
    if (node != null) {
      node.isFound = true;
    }
    return node;
  }

  /** The steps here and within, for fields of which none has been found. */
  List<FieldStep> lost() {
    List<FieldStep> lost = new ArrayList<>(isFound ? List.of() : steps);
    fields.values().forEach(field -> lost.addAll(field.lost()));
    return lost;
  }

  /** Whether something changes within. */
  boolean isWithin() {
    return !fields.isEmpty() || !added.isEmpty();
  }

  /** All steps here and within. */
  List<FieldStep> all() {
    List<FieldStep> all = new ArrayList<>(steps);
    fields.values().forEach(field -> all.addAll(field.all()));
    return all;
  }

  Map<String, AddField> added() {
    return added;
  }

  @Nullable CastField cast() {
    return cast;
  }

  @Nullable String newName() {
    return newName;
  }

  boolean isDropped() {
    return isDropped;
  }
}
