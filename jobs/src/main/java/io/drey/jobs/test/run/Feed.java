// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.test.run;

import io.drey.jobs.local.direct.SteppedJob;
import io.drey.jobs.source.line.InputRecord;
import io.drey.operators.event.time.EventTime;
import java.io.IOException;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.SourceOutput;

/** Feeds a job from a source, and tells it after each record how far event time has come. */
final class Feed implements SourceOutput<InputRecord> {
  private final SteppedJob job;
  private final Arrivals arrivals;
  private final GivenSource source;
  private long watermark = EventTime.NONE;

  Feed(SteppedJob job, Arrivals arrivals, GivenSource source) {
    this.job = job;
    this.arrivals = arrivals;
    this.source = source;
  }

  GivenSource source() {
    return source;
  }

  void read() throws IOException {
    source.read(this);
    arrivals.ofTime();
    advanceTo(source.watermark());
  }

  /** Event time has come to an instant; it never goes back. */
  void advanceTo(long millis) {
    if (millis > watermark) {
      watermark = millis;
      job.advanceEventTime(source.id(), millis);
    }
  }

  /** How far event time has come. */
  long watermark() {
    return watermark;
  }

  /** Tells a restored job how far event time has come. */
  void resume() {
    if (watermark != EventTime.NONE) {
      job.advanceEventTime(source.id(), watermark);
    }
  }

  @Override
  public void collect(InputRecord record) {
    collect(record, record.time());
  }

  @Override
  public void collect(InputRecord record, long timestamp) {
    arrivals.ofRecord();
    job.emit(source.id(), record, timestamp);
  }

  @Override
  public void emitWatermark(Watermark mark) {
    arrivals.ofTime();
    advanceTo(mark.getTimestamp());
  }

  @Override
  public void markIdle() {}

  @Override
  public void markActive() {}
}
