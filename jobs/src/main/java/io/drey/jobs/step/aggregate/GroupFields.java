// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.aggregate;

import io.drey.operators.event.EventWriter;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.event.time.InstantText;
import java.time.Instant;

/** The fields of a result before its measures. */
final class GroupFields {
  static final String START = "start";
  static final String END = "end";

  private static final int SIZE = 128;

  private GroupFields() {}

  /** A writer of a result that begins with the fields of its group. */
  static EventWriter of(KeyPaths by, String group) {
    return by.putInto(new EventWriter(SIZE + group.length()), group);
  }

  static void putTimes(EventWriter event, Instant start, Instant end) {
    event.put(START, text(start)).put(END, text(end));
  }

  private static String text(Instant instant) {
    return InstantText.ofMillis(instant.toEpochMilli());
  }
}
