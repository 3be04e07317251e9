// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source;

import io.drey.jobs.source.line.MalformedRecord;
import io.drey.operators.event.Event;

/** Splits off malformed records that carry their origin, as the events do. */
final class SplitTraced extends SplitMalformed {
  private static final long serialVersionUID = 1L;

  @Override
  Event described(Event record) {
    return record.withOrigin(MalformedRecord.originOf(record));
  }
}
