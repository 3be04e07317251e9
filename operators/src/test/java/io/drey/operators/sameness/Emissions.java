// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sameness;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** What left the subject: {@code output value @ time}, one text a record. */
final class Emissions {
  static final String MAIN = "main";

  private final List<String> records = new ArrayList<>();

  void add(String output, StreamRecord<?> record) {
    records.add(
        output
            + " "
            + record.getValue()
            + (record.hasTimestamp() ? " @ " + record.getTimestamp() : ""));
  }

  List<String> records() {
    return List.copyOf(records);
  }
}
