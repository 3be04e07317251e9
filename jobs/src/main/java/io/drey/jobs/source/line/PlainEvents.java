// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import io.drey.operators.event.Event;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The events of a whole input, one after the other, without their time. Not thread-safe. */
public final class PlainEvents {
  private final RecordReader records;
  private final LineParser parser;
  private boolean isUnfinished;

  public PlainEvents(RecordReader records, LineParser parser) {
    this.records = records;
    this.parser = parser;
  }

  /**
   * Moves to the next event, and returns it; null at the end.
   *
   * @throws MalformedLineException if the next record is malformed; the one behind it comes next
   */
  public @Nullable Event next() throws IOException, MalformedLineException {
    while (moves()) {
      Event event = LineEmitter.isBlank(records) ? null : EventDecoder.parsed(records, parser);
      if (event != null) {
        return event;
      }
    }
    return null;
  }

  private boolean moves() throws IOException {
    RecordReader.Found found;
    do {
      found = records.next();
    } while (found == RecordReader.Found.NOTHING);
    isUnfinished = found == RecordReader.Found.UNFINISHED;
    if (isUnfinished) {
      records.takeUnfinished();
    }
    return found != RecordReader.Found.END;
  }

  /** Whether the input ended within that record. */
  public boolean isUnfinished() {
    return isUnfinished;
  }

  /** The record of the event, or the malformed one. */
  public RecordReader record() {
    return records;
  }
}
