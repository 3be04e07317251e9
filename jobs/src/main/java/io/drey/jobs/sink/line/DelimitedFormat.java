// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.operators.event.Event;
import io.drey.operators.event.JsonValue;
import io.drey.operators.event.Projection;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes values in columns below a header. The columns are the requested fields, or else those of
 * the first event of the file; other fields of later events are left out. Missing fields and null
 * are empty, objects and arrays are written as JSON.
 */
final class DelimitedFormat implements LineFormat {
  private final @Nullable Projection fields;
  private final Delimiter delimiter;

  /** The columns of the current file; null before its header. */
  private @Nullable Projection shown;

  DelimitedFormat(@Nullable Projection fields, Delimiter delimiter) {
    this.fields = fields;
    this.delimiter = delimiter;
  }

  @Override
  public void start(List<String> columns) {
    if (columns.isEmpty()) {
      shown = null;
    } else {
      shown = fields == null ? Projection.ofNames(columns) : fields;
    }
  }

  @Override
  public List<String> columns() {
    return shown == null ? List.of() : names(shown);
  }

  private static List<String> names(Projection projection) {
    return IntStream.range(0, projection.size()).mapToObj(projection::name).toList();
  }

  @Override
  public void write(Event event, LineOutput out) throws IOException {
    Projection columns = shown;
    if (columns == null) {
      columns = fields == null ? ofFirst(event) : fields;
      shown = columns;
      writeHeader(columns, out);
    }
    for (int i = 0; i < columns.size(); i++) {
      separate(i, out);
      write(columns.value(event, i), out);
    }
    out.endLine();
  }

  private static Projection ofFirst(Event event) {
    return Projection.ofNames(event.names().stream().distinct().toList());
  }

  private void writeHeader(Projection columns, LineOutput out) throws IOException {
    for (int i = 0; i < columns.size(); i++) {
      separate(i, out);
      out.write(delimiter.escape(columns.name(i)).getBytes(UTF_8));
    }
    out.endLine();
  }

  private void separate(int column, LineOutput out) throws IOException {
    if (column > 0) {
      out.write(delimiter.separator());
    }
  }

  private void write(@Nullable JsonValue value, LineOutput out) throws IOException {
    if (value == null || value.kind() == JsonValue.Kind.NULL) {
      return;
    }
    switch (value.kind()) {
      case NUMBER, BOOLEAN -> value.writeTo(out);
      default -> out.write(delimiter.escape(value.text()).getBytes(UTF_8));
    }
  }
}
