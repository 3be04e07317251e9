// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.line;

import io.drey.operators.event.Event;
import io.drey.operators.event.Projection;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes the JSON of an event as it is, or an object with some of its fields. */
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
