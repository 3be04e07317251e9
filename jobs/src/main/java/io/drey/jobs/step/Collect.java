// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step;

import io.drey.jobs.option.Option;
import io.drey.jobs.option.WholeValue;
import io.drey.operators.event.FieldPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a session includes of its events: all fields, some fields, or nothing.
 *
 * @param fields null for all; empty for nothing
 */
@WholeValue(words = {"all", "none"})
public record Collect(@Option("the fields to keep") @Nullable List<FieldPath> fields) {
  static final Collect ALL = new Collect(null);
  static final Collect NONE = new Collect(List.of());

  public Collect {
    fields = fields == null ? null : List.copyOf(fields);
  }

  /** Reads one of the words. */
  public static Collect parse(String word) {
    return word.equals("all") ? ALL : NONE;
  }

  boolean isNothing() {
    return fields != null && fields.isEmpty();
  }
}
