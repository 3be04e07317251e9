// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.jobs.expression.Template;
import io.drey.operators.event.Event;
import java.io.IOException;

/** Writes what a template makes of an event. */
record TextFormat(Template template) implements LineFormat {
  @Override
  public void write(Event event, LineOutput out) throws IOException {
    out.write(template.textOf(event).getBytes(UTF_8));
    out.endLine();
  }
}
