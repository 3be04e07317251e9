// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.bootstrap;

import io.drey.state.snapshot.value.Given;
import io.drey.state.snapshot.value.UnfitValueException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the entries of a key-value store: scope, key and value. An entry expires the TTL after
 * its last access.
 *
 * @param ttl null if entries never expire
 * @param isInEventTime whether they do so in event time
 */
record StoredRows(@Nullable Duration ttl, boolean isInEventTime) implements ShortRows {
  private static final String ENTRIES = "entries";

  @Override
  public void complete(Row row, long from, Consumer<Row> rows) {
    Object value = row.required(Row.VALUE, "an entry");
    Map<String, @Nullable Object> stored = new LinkedHashMap<>();
    stored.put("value", value);
    Row entry = row.with(Row.STATE, ENTRIES).with(Row.VALUE, stored);
    if (ttl == null) {
      stored.put("expiresAt", null);
      rows.accept(entry);
      return;
    }
    long expiresAt = Math.addExact(access(row, from), ttl.toMillis());
    stored.put("expiresAt", expiresAt);
    rows.accept(entry.without(Row.LAST_ACCESS));
    Row timer =
        row.without(Row.VALUE)
            .without(Row.LAST_ACCESS)
            .without(Row.MAP_KEY)
            .with(Row.NAMESPACE, row.get(Row.MAP_KEY));
    rows.accept(
        timer
            .with(Row.STATE, PipelineStates.EVENT_EXPIRIES)
            .with(Row.TIMESTAMP, isInEventTime ? expiresAt : Long.MAX_VALUE));
    if (!isInEventTime) {
      rows.accept(
          timer.with(Row.STATE, PipelineStates.PROCESSING_EXPIRIES).with(Row.TIMESTAMP, expiresAt));
    }
  }

  private static long access(Row row, long from) {
    try {
      return row.has(Row.LAST_ACCESS) ? Given.millis(row.get(Row.LAST_ACCESS)) : from;
    } catch (UnfitValueException e) {
      throw e.within(Row.LAST_ACCESS);
    }
  }
}
