// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step;

import io.drey.jobs.option.Option;
import io.drey.jobs.option.WholeValue;
import io.drey.operators.event.FieldPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a session has of its opening event.
 *
 * @param fields null for all
 */
@WholeValue(words = "all")
public record CopiedFields(@Option("the fields to copy") @Nullable List<FieldPath> fields) {
  public CopiedFields {
    fields = fields == null ? null : List.copyOf(fields);
    for (FieldPath field : fields == null ? List.<FieldPath>of() : fields) {
      if (SessionEvent.FIELDS.contains(field.text())) {
        throw new IllegalArgumentException(
            "Invalid copy: must not name a field of the session itself but was '" + field + "'");
      }
    }
  }

  /** Reads the word {@code all}. */
  public static CopiedFields parse(String word) {
    return new CopiedFields(null);
  }
}
