// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sameness;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/** What left the subject: {@code output value @ time}, one text a record. */
final class Emissions {
  static final String MAIN = "main";

  private final List<String> records = new ArrayList<>();

  /**
   * Adds a record.
   *
   * @throws IllegalArgumentException if its text is that of {@link Object}, which differs always
   */
  void add(String output, StreamRecord<?> record) {
    records.add(
        output
            + " "
            + text(record.getValue())
            + (record.hasTimestamp() ? " @ " + record.getTimestamp() : ""));
  }

  private static String text(@Nullable Object value) {
    String text = String.valueOf(value);
    if (value != null && text.equals(value.getClass().getName() + "@" + identity(value))) {
      throw new IllegalArgumentException(
          "Cannot compare results of %s: it has no toString()".formatted(value.getClass()));
    }
    return text;
  }

  private static String identity(Object value) {
    return Integer.toHexString(System.identityHashCode(value));
  }

  List<String> records() {
    return List.copyOf(records);
  }
}
