// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.lookup;

import io.drey.jobs.step.ReadKey;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.lookup.Enrichment;
import io.drey.operators.rule.InvalidEventException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the key of an event, and adds the values of its row to the event. */
final class EnrichEvents implements Enrichment<Event, String, Row, Event> {
  private static final long serialVersionUID = 1L;

  private final KeyPaths key;
  private final ArrayList<FieldPath> fields;

  /**
   * @param fields of the columns
   */
  EnrichEvents(KeyPaths key, List<FieldPath> fields) {
    this.key = key;
    this.fields = new ArrayList<>(fields);
  }

  @Override
  public String keyOf(Event event) {
    String found = key.read(event);
    if (found == null) {
      throw new InvalidEventException(ReadKey.missing(key, event));
    }
    return found;
  }

  @Override
  public Event enriched(Event event, @Nullable Row row) {
    return row == null ? event : row.addTo(event, fields);
  }
}
