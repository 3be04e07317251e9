// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.metadata.Readings;
import java.util.List;
import java.util.function.Predicate;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;

/** The rows of a query result, as they arrive. Closing it ends the query. */
public final class QueryResult implements AutoCloseable {
  private static final int DRAINED_AT = 1 << 16;

  private final RowType type;
  private final CloseableIterator<Row> rows;
  private final Notes notes;

  QueryResult(RowType type, CloseableIterator<Row> rows, Notes notes) {
    this.type = type;
    this.rows = rows;
    this.notes = notes;
  }

  static QueryResult of(RowType type, List<Row> rows, Notes notes) {
    return new QueryResult(type, CloseableIterator.adapterForIterator(rows.iterator()), notes);
  }

  /** The names of the columns. */
  public List<String> columns() {
    return type.getFieldNames();
  }

  /**
   * Passes the rows on as JSON objects.
   *
   * @param drain receives some rows at a time, each ending with a line feed, and returns whether it
   *     wants more
   * @throws QueryFailedException if the query fails before its last row
   */
  public void forEach(Predicate<JsonWriter> drain) {
    JsonWriter json = new JsonWriter();
    RowJson writer = new RowJson(json);
    boolean goesOn = true;
    while (goesOn && hasNext()) {
      writer.write(rows.next(), type);
      json.newLine();
      if (json.size() > DRAINED_AT) {
        goesOn = drain.test(json);
        json.truncate(0);
      }
    }
    boolean unused = goesOn && drain.test(json);
  }

  private boolean hasNext() {
    try {
      return rows.hasNext();
    } catch (RuntimeException e) {
      throw new QueryFailedException(e);
    }
  }

  /** How much of the savepoint has been read. */
  public Readings readings() {
    return notes.readings();
  }

  /** Error messages about what could not be read; complete after the last row. */
  public List<String> damage() {
    return notes.damage();
  }

  /**
   * Warnings about values that are shown as NULL or otherwise unexpected; complete after the last
   * row.
   */
  public List<String> warnings() {
    return notes.warnings();
  }

  @Override
  public void close() {
    try {
      rows.close();
    } catch (Exception e) { // declared by AutoCloseable
      throw new QueryFailedException(e);
    }
  }
}
