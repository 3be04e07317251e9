// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.bootstrap;

import io.drey.state.snapshot.value.Given;
import io.drey.state.snapshot.value.UnfitValueException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rows of keys that deduplicate has seen. The instant from which their TTL is measured is their
 * value, or else their last access.
 *
 * @param state the name of their state
 * @param hasTtl whether Flink frees them
 * @param timedFor the TTL in event time, after which a timer frees them; null if none does
 */
record SeenKeys(String state, boolean hasTtl, @Nullable Duration timedFor) implements ShortRows {
  @Override
  public void complete(Row row, long from, Consumer<Row> rows) {
    long seen = seenAt(row, from);
    Row complete = row.with(Row.STATE, state).with(Row.VALUE, seen);
    rows.accept(hasTtl ? complete.with(Row.LAST_ACCESS, seen) : complete.without(Row.LAST_ACCESS));
    if (timedFor != null) {
      rows.accept(
          row.without(Row.VALUE)
              .without(Row.LAST_ACCESS)
              .with(Row.STATE, PipelineStates.EVENT_TIMERS)
              .with(Row.TIMESTAMP, Math.addExact(seen, timedFor.toMillis())));
    }
  }

  private static long seenAt(Row row, long from) {
    String member = row.has(Row.VALUE) ? Row.VALUE : Row.LAST_ACCESS;
    try {
      return row.has(member) ? Given.millis(row.get(member)) : from;
    } catch (UnfitValueException e) {
      throw e.within(member);
    }
  }
}
