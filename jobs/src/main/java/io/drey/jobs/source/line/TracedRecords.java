// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import io.drey.operators.event.Event;
import io.drey.operators.event.Origin;

/** Records whose events carry where they are from. */
public final class TracedRecords extends ForwardingRecords {
  private final String source;
  private final String input;

  /**
   * Adds origins to the events of a reader.
   *
   * @param source the id of the source
   * @param input the name of what is read
   */
  public TracedRecords(RecordReader records, String source, String input) {
    super(records);
    this.source = source;
    this.input = input;
  }

  @Override
  public Event whole(Event event) {
    return super.whole(event).withOrigin(new Origin(source, input + ":" + place()));
  }
}
