// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.value;

import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.PojoType;
import io.drey.state.snapshot.type.RecordType;
import io.drey.state.snapshot.type.ValueType;
import java.util.Set;

/** The fields of a type, and those within them. */
final class FieldPaths {
  private FieldPaths() {}

  static void addTo(Set<String> paths, String prefix, ValueType type) {
    if (type instanceof RecordType fields) {
      for (Field field : fields.fields()) {
        String path = prefix + field.name();
        paths.add(path);
        addTo(paths, path + ".", field.type());
      }
      if (type instanceof PojoType pojo) {
        pojo.registered().forEach(subclass -> addTo(paths, prefix, subclass.type()));
        pojo.others().forEach(subclass -> addTo(paths, prefix, subclass.type()));
      }
    } else {
      Within.change(
          type,
          inner -> {
            addTo(paths, prefix, inner);
            return Changed.not(inner);
          });
    }
  }
}
