// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.aggregate;

import io.drey.jobs.expression.Expression;
import io.drey.jobs.option.Option;
import io.drey.operators.event.FieldPath;
import org.jspecify.annotations.Nullable;

/** Which events are counted. */
public record CountOption(
    @Option("the field an event must have to be counted; all events are counted if left out")
        @Nullable FieldPath of,
    @Option("the condition an event must meet to be counted") @Nullable Expression where) {
  /** Reads {@code '*'} or {@code true} for every event, else a field. */
  public static CountOption parse(String text) {
    boolean all = text.equals("*") || text.equals("true");
    return new CountOption(all ? null : FieldPath.of(text), null);
  }
}
