// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format;

import io.drey.jobs.source.line.RecordReader;
import io.drey.operators.event.Event;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The records of a decoded stream, with offsets in the stream as it is. */
final class DecodedRecords implements RecordReader {
  private final DecodedStream stream;
  private final RecordReader records;
  private final long start;

  /**
   * @param records of the decoded stream, from offset 0
   * @param start the number of bytes before the stream
   */
  DecodedRecords(DecodedStream stream, RecordReader records, long start) {
    this.stream = stream;
    this.records = records;
    this.start = start;
  }

  @Override
  public Found next() throws IOException {
    return records.next();
  }

  @Override
  public void takeUnfinished() {
    records.takeUnfinished();
  }

  @Override
  public byte[] bytes() {
    return records.bytes();
  }

  @Override
  public int from() {
    return records.from();
  }

  @Override
  public int to() {
    return records.to();
  }

  @Override
  public boolean isOverlong() {
    return records.isOverlong();
  }

  @Override
  public @Nullable String problem() {
    return records.problem();
  }

  @Override
  public long linesBefore() {
    return records.linesBefore();
  }

  @Override
  public long index() {
    return records.index();
  }

  @Override
  public Event whole(Event event) {
    return records.whole(event);
  }

  @Override
  public long nextOffset() {
    return start + stream.rawOffset(records.nextOffset());
  }

  @Override
  public long nextIndex() {
    return records.nextIndex();
  }

  @Override
  public long linesRead() {
    return records.linesRead();
  }
}
