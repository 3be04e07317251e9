package io.drey.jobs.sink.line;

import io.drey.operators.event.Event;
import io.drey.operators.event.Projection;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes an event's JSON as it is, or that of some fields. */
final class JsonFormat implements LineFormat {
  private final @Nullable Projection fields;

  JsonFormat(@Nullable Projection fields) {
    this.fields = fields;
  }

  @Override
  public void write(Event event, LineOutput out) throws IOException {
    if (fields == null) {
      event.writeTo(out);
    } else {
      fields.writeTo(event, out);
    }
    out.endLine();
  }
}
