// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.update;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of an update.
 *
 * @param before null if the entry was missing
 * @param after null if it is still missing
 * @param errors the ops that failed, in order
 */
public record Updated(
    @Nullable JsonNode before, @Nullable JsonNode after, Outcome outcome, List<OpError> errors) {
  /** What happened to the value. */
  public enum Outcome {
    /** At least one op wrote, possibly the same value. */
    WRITTEN,
    /** No op wrote: they failed, only tested, or had nothing to do. */
    UNTOUCHED,
    /** An op of an atomic update failed, so that none was applied. */
    UNDONE
  }

  public Updated {
    errors = List.copyOf(errors);
  }
}
