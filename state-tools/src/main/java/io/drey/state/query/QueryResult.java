package io.drey.state.query;

import io.drey.state.json.JsonWriter;
import java.util.List;
import java.util.function.Predicate;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;

/** The rows that answer a query, as they come. To be closed, which ends the query. */
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
   * Hands the rows on as objects.
   *
   * @param drain is given some rows at a time, each with a line feed at its end, and tells whether
   *     it wants more
   * @throws QueryFailedException if there is no whole answer
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

  /** What could not be read, by the messages that say so; complete behind the last row. */
  public List<String> damage() {
    return notes.damage();
  }

  /** What is not as it may seem; complete behind the last row. */
  public List<String> warnings() {
    return notes.warnings();
  }

  @Override
  public void close() {
    try {
      rows.close();
    } catch (Exception e) { // declared
      throw new QueryFailedException(e);
    }
  }
}
