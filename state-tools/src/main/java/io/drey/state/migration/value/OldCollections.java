// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.value;

import io.drey.state.json.Original;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.AnyObject;
import io.drey.state.snapshot.type.HeldClasses;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What becomes of the values of a state of Flink 1 that have collections which it gave to Kryo.
 * Flink 2 writes these itself, by the class of their elements; of that a savepoint only tells by
 * the elements it has, so that all values must be looked at first.
 */
public final class OldCollections {
  private final ValueType type;
  private final Map<String, HeldClasses> held = new TreeMap<>();
  private final Changed looking;

  /**
   * @param type the type of the values, without their TTL
   */
  public OldCollections(ValueType type) {
    this.type = type;
    this.looking = ObjectChanges.apply(type, this::look);
  }

  /** Whether values of the type have no such collections. */
  public boolean areNone() {
    return held.isEmpty();
  }

  /** Looks at values and leaves them as they are. */
  public Changed looking() {
    return looking;
  }

  private Changed look(AnyObject objects, String path) {
    if (!CollectionForms.isCollection(objects.className())) {
      return Changed.not(objects);
    }
    HeldClasses classes = new HeldClasses();
    held.put(path, classes);
    return new Changed(
        objects,
        value -> {
          if (value instanceof Original original) {
            objects.look(ByteReader.of(objects.text(), original.bytes()), classes);
          }
          return value;
        });
  }

  /**
   * Returns what becomes of the values, all of which have been looked at.
   *
   * @param reasons is given, for each collection that stays as it is, why
   */
  public Changed changed(List<String> reasons) {
    return ObjectChanges.apply(
        type,
        (objects, path) -> {
          String place = objects.text() + (path.isEmpty() ? "" : " in " + path);
          HeldClasses classes = held.get(path);
          if (classes == null) {
            reasons.add(place);
            return Changed.not(objects);
          }
          List<String> why = new ArrayList<>();
          ValueType changed = CollectionForms.of(objects.className(), classes, why);
          why.forEach(reason -> reasons.add(place + ": " + reason));
          return changed == null
              ? Changed.not(objects)
              : new Changed(changed, new ProvenCollection(objects, changed));
        });
  }
}
