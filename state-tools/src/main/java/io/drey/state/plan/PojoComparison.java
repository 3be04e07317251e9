// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

import io.drey.state.snapshot.type.EnumType;
import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.PojoType;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares two versions of a class: fields may be added and removed, but not change type. */
final class PojoComparison {
  private final List<TypeDifference> differences = new ArrayList<>();
  private final Place place;
  private final PojoType old;
  private final PojoType changed;

  private PojoComparison(Place place, PojoType old, PojoType changed) {
    this.place = place;
    this.old = old;
    this.changed = changed;
  }

  static List<TypeDifference> differences(Place place, PojoType old, PojoType changed) {
    PojoComparison comparison = new PojoComparison(place, old, changed);
    comparison.compareFields();
    comparison.compareSubclasses();
    return comparison.differences;
  }

  private void compareFields() {
    Map<String, ValueType> before = types(old.fields());
    Map<String, ValueType> after = types(changed.fields());
    before.forEach((name, type) -> compareField(name, type, after.get(name)));
    for (String name : after.keySet()) {
      if (!before.containsKey(name)) {
        add(place, Level.MIGRATED, "field '" + name + "' was added");
      }
    }
    // Flink ignores the order of fields and would read old values into the wrong ones
    if (differences.stream().allMatch(each -> each.level().isAtMost(Level.RECONFIGURED))
        && !List.copyOf(before.keySet()).equals(List.copyOf(after.keySet()))) {
      add(
          place,
          Level.INCOMPATIBLE,
          "its fields are in a different order, which Flink does not detect");
    }
  }

  private void compareField(String name, ValueType before, @Nullable ValueType after) {
    if (after == null) {
      String needed = classOf(before);
      String why = "field '" + name + "' was removed";
      add(
          place,
          Level.MIGRATED,
          needed.isEmpty() ? why : why + ", but Flink still needs " + needed);
    } else {
      differences.addAll(TypeComparison.differences(place.field(name), before, after));
    }
  }

  /** The class that Flink has to load to skip a removed field. */
  private static String classOf(ValueType type) {
    if (type.bare() instanceof PojoType pojo) {
      return pojo.className();
    }
    if (type.bare() instanceof EnumType constants) {
      return constants.className();
    }
    return type.bare().isOpaque() ? type.bare().text() : "";
  }

  private void compareSubclasses() {
    Map<String, ValueType> after = types(changed.registered());
    types(old.registered())
        .forEach(
            (name, type) -> {
              ValueType now = after.get(name);
              if (now != null) {
                Place subclass = place.each("(" + name + ")");
                differences.addAll(TypeComparison.differences(subclass, type, now));
              }
            });
    if (!isBeginning(names(old.registered()), names(changed.registered()))) {
      add(place, Level.RECONFIGURED, "its subclasses are registered in a different order");
    }
    if (!old.others().isEmpty()) {
      add(place, Level.RECONFIGURED, "some subclasses are not registered");
    }
  }

  private static boolean isBeginning(List<String> first, List<String> all) {
    return first.size() <= all.size() && all.subList(0, first.size()).equals(first);
  }

  private static List<String> names(List<Field> fields) {
    return fields.stream().map(Field::name).toList();
  }

  private static Map<String, ValueType> types(List<Field> fields) {
    Map<String, ValueType> types = new LinkedHashMap<>();
    fields.forEach(field -> types.put(field.name(), field.type()));
    return types;
  }

  private void add(Place at, Level level, String why) {
    differences.add(TypeDifference.of(at, level, why));
  }
}
