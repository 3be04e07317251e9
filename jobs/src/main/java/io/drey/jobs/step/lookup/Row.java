// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.lookup;

import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import java.nio.ByteBuffer;
import java.util.List;

/** The values of a row, in the bytes of its table. */
final class Row {
  private final byte[] table;
  private final int at;

  /**
   * @param at where the row begins: the number of its values, then for each the index of its
   *     column, the number of its bytes, and these
   */
  Row(byte[] table, int at) {
    this.table = table;
    this.at = at;
  }

  /** The event with the values of the row, each in the field of its column. */
  Event addTo(Event event, List<FieldPath> fields) {
    ByteBuffer row = ByteBuffer.wrap(table, at, table.length - at);
    Event enriched = event;
    for (int values = row.getInt(); values > 0; values--) {
      FieldPath field = fields.get(row.getInt());
      byte[] value = new byte[row.getInt()];
      row.get(value);
      enriched = enriched.withJson(field, value);
    }
    return enriched;
  }
}
