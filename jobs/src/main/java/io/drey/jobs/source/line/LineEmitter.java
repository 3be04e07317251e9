// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import io.drey.jobs.source.single.ReadTimes;
import io.drey.operators.event.Event;
import org.apache.flink.api.connector.source.SourceOutput;

/** Emits the records of a file or stream. */
public final class LineEmitter {
  private final RecordReader reader;
  private final EventDecoder decoder;

  /** Emits what a reader moves to. */
  public LineEmitter(RecordReader reader, EventDecoder decoder) {
    this.reader = reader;
    this.decoder = decoder;
  }

  /** Emits the record that the reader has moved to: none if it is blank. */
  public void emit(SourceOutput<InputRecord> output) {
    if (isBlank(reader)) {
      return;
    }
    InputRecord record = decoder.decode(reader);
    if (record != null) {
      decoder.emit(record, output);
    }
  }

  /** The number of lines read. */
  public long line() {
    return reader.linesRead();
  }

  /** How far it has come in event time. */
  public ReadTimes times() {
    return decoder.times();
  }

  /** Passes a record to the new parser of a reopened input; it has been emitted before. */
  public static void skip(RecordReader reader, LineParser parser) {
    if (isBlank(reader)) {
      return;
    }
    try {
      Event unused = parser.parse(reader.bytes(), reader.from(), reader.to());
    } catch (MalformedLineException reportedThen) {
      return;
    }
  }

  /** Whether a record is nothing but white space. */
  static boolean isBlank(RecordReader record) {
    byte[] bytes = record.bytes();
    int to = record.to();
    int i = record.from();
    while (i < to && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r')) {
      i++;
    }
    return i == to;
  }
}
