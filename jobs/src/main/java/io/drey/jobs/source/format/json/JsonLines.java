// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.json;

import io.drey.jobs.source.line.LineParser;
import io.drey.jobs.source.line.MalformedLineException;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventReader;
import io.drey.operators.event.MalformedJsonException;

/** Reads lines that are JSON objects. */
public final class JsonLines implements LineParser {
  private final EventReader reader = new EventReader();

  @Override
  public Event parse(byte[] buffer, int from, int to) throws MalformedLineException {
    try {
      return reader.read(buffer, from, to);
    } catch (MalformedJsonException e) {
      throw new MalformedLineException(String.valueOf(e.getMessage()));
    }
  }
}
