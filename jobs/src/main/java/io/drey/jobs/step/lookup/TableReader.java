// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.lookup;

import io.drey.jobs.option.InvalidOptionsException;
import io.drey.jobs.source.line.MalformedLineException;
import io.drey.jobs.source.line.PlainEvents;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.JsonValue;
import io.drey.operators.event.KeyPaths;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a table, each with a key of its own. */
final class TableReader {
  private final PlainEvents events;
  private final Columns columns;
  private final TableBytes bytes = new TableBytes();
  private final Map<String, String> places = new LinkedHashMap<>();

  /** The columns that are added, in the order of their indices. */
  private final Set<FieldPath> added = new LinkedHashSet<>();

  private final Set<FieldPath> found = new LinkedHashSet<>();
  private @Nullable Event first;

  TableReader(PlainEvents events, Columns columns) {
    this.events = events;
    this.columns = columns;
  }

  /**
   * Reads all.
   *
   * @throws IllegalArgumentException if it cannot be a table; the message says where and why
   */
  TableContent read() throws IOException {
    Event row = next();
    while (row != null) {
      first = first == null ? row : first;
      add(columns.typed(row));
      row = next();
    }
    if (first != null) {
      columns.check(first, found);
    }
    List<FieldPath> all = columns.addedOf(added);
    return new TableContent(bytes.toByteArray(), columns.fields(all), places.keySet());
  }

  private @Nullable Event next() throws IOException {
    try {
      return events.next();
    } catch (MalformedLineException e) {
      throw wrong(String.valueOf(e.getMessage()), e);
    }
  }

  private void add(Event row) {
    String key = columns.key().read(row);
    if (key == null) {
      throw withoutKey(columns.key().missing(row), row);
    }
    String place = events.record().place();
    String before = places.putIfAbsent(key, place);
    if (before != null) {
      throw columns.unreadable(
          "lines " + before + " and " + place + " have the same key, " + KeyPaths.plain(key), null);
    }
    columns.see(row, added);
    columns.named().stream().filter(column -> row.value(column) != null).forEach(found::add);
    addValues(key, row, columns.addedOf(added));
  }

  private void addValues(String key, Event row, List<FieldPath> wanted) {
    Map<Integer, byte[]> present = new LinkedHashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      JsonValue value = row.value(wanted.get(i));
      if (value != null) {
        present.put(i, value.bytes());
      }
    }
    bytes.row(key, present.size());
    present.forEach(bytes::value);
  }

  private IllegalArgumentException withoutKey(FieldPath column, Event row) {
    return row.value(column) == null && places.isEmpty()
        ? new InvalidOptionsException(
            List.of(Columns.unknown(columns.keyOption(), column, row)), null)
        : wrong("no key in column '" + column + "'", null);
  }

  private IllegalArgumentException wrong(String what, @Nullable Exception cause) {
    return columns.unreadable("line " + events.record().place() + ": " + what, cause);
  }
}
