// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.value;

import io.drey.state.snapshot.value.UnfitValueException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Converts objects field by field.
 *
 * @param fields what becomes of a field that is not merely kept, by its old name
 * @param added the fields that are added, and their values
 */
record RecordConversion(Map<String, FieldFate> fields, Map<String, @Nullable Object> added)
    implements Conversion {
  /**
   * What becomes of a field.
   *
   * @param newName null if the field is removed
   */
  record FieldFate(@Nullable String newName, Conversion conversion) {}

  static Conversion of(Map<String, FieldFate> fields, Map<String, @Nullable Object> added) {
    return fields.isEmpty() && added.isEmpty()
        ? Conversion.NONE
        : new RecordConversion(fields, added);
  }

  @Override
  public @Nullable Object of(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> members)) {
      return value;
    }
    Map<@Nullable Object, @Nullable Object> converted = new LinkedHashMap<>();
    for (Map.Entry<?, ?> member : members.entrySet()) {
      Object name = member.getKey();
      FieldFate fate = name == null ? null : fields.get(name.toString());
      if (fate == null) {
        converted.put(name, member.getValue());
      } else if (fate.newName != null) {
        converted.put(fate.newName, convert(name, fate, member.getValue()));
      }
    }
    converted.putAll(added);
    return converted;
  }

  private static @Nullable Object convert(
      @Nullable Object name, FieldFate fate, @Nullable Object value) {
    try {
      return fate.conversion.of(value);
    } catch (UnfitValueException e) {
      throw e.within(String.valueOf(name));
    }
  }
}
