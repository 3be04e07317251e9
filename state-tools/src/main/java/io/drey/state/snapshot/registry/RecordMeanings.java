// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.registry;

import io.drey.operators.StateCatalog;
import io.drey.operators.meaning.Meaning;
import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.LogicalType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the components of the records in Drey's states stand for. */
final class RecordMeanings {
  private static final Map<String, Map<String, Meaning>> DECLARED = new HashMap<>();

  static {
    for (Class<?> type : StateCatalog.records()) {
      DECLARED.put(type.getName(), StateCatalog.meanings(type));
    }
  }

  private RecordMeanings() {}

  /** Returns the fields of a class with their meanings. */
  static List<Field> of(String className, List<Field> fields) {
    Map<String, Meaning> declared = DECLARED.getOrDefault(className, Map.of());
    return fields.stream().map(field -> with(declared.get(field.name()), field)).toList();
  }

  private static Field with(@Nullable Meaning meaning, Field field) {
    return meaning == null ? field : field.with(LogicalType.of(field.type(), meaning));
  }
}
