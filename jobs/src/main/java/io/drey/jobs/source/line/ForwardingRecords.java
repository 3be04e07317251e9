// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import io.drey.operators.event.Event;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The records of another reader. */
public abstract class ForwardingRecords implements RecordReader {
  private final RecordReader records;

  protected ForwardingRecords(RecordReader records) {
    this.records = records;
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
    return records.nextOffset();
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
