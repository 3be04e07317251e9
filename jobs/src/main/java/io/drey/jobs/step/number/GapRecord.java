// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.number;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.drey.operators.event.Event;
import io.drey.operators.event.EventWriter;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.gaps.Gap;
import io.drey.operators.gaps.GapFunction;

/** Writes a gap as an event. */
record GapRecord(KeyPaths key) implements GapFunction<String, Event, Event> {
  private static final int SIZE = 128;

  @Override
  public Event of(Gap<String> gap, Event event) {
    EventWriter record = key.putInto(new EventWriter(SIZE), gap.key());
    record
        .putJson("expected", expected(gap))
        .put("got", gap.got())
        .putJson("missing", unsigned(gap.missing()));
    if (gap.duplicate()) {
      record.put("duplicate", true);
    }
    return record.event();
  }

  /** After the greatest long, one more is expected. */
  private static byte[] expected(Gap<String> gap) {
    return gap.expected() == Long.MIN_VALUE
        ? unsigned(gap.expected())
        : Long.toString(gap.expected()).getBytes(US_ASCII);
  }

  private static byte[] unsigned(long number) {
    return Long.toUnsignedString(number).getBytes(US_ASCII);
  }
}
