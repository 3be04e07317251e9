// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import io.drey.jobs.source.single.ReadTimes;
import io.drey.operators.event.Event;
import io.drey.operators.event.time.EventTime;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.SourceOutput;
import org.jspecify.annotations.Nullable;

/** Makes, times, counts and emits the records of one input. Not thread-safe. */
public final class SourceRecords {
  private final String input;
  private final @Nullable TimeReader timeReader;
  private final SourceMetrics metrics;
  private final MalformedRecord malformed;
  private final InputRecord record = new InputRecord();
  private long time;

  /** The last watermark that was emitted before a record. */
  private long watermark = EventTime.NONE;

  /**
   * Makes the records of a part of a source.
   *
   * @param input a file, a stream or a partition: where a malformed record is from
   * @param timeReader null where events have no event time
   * @param times how far the reader came before the first record
   */
  public SourceRecords(
      String sourceId,
      String input,
      @Nullable TimeReader timeReader,
      ReadTimes times,
      SourceMetrics metrics) {
    this.input = input;
    this.timeReader = timeReader;
    this.time = times.last();
    this.metrics = metrics;
    this.malformed = new MalformedRecord(sourceId);
    if (timeReader != null) {
      timeReader.resume(times);
    }
  }

  /**
   * The record of an event without a timestamp of its own, reused by the next call.
   *
   * @throws MalformedLineException if the event has no readable time
   */
  public InputRecord event(Event event) throws MalformedLineException {
    return event(event, EventTime.NONE);
  }

  /**
   * The record of an event, reused by the next call.
   *
   * @param timestamp of the record; negative if it has none
   * @throws MalformedLineException if the event has no readable time
   */
  public InputRecord event(Event event, long timestamp) throws MalformedLineException {
    time = timeReader == null ? EventTime.NONE : millis(event, timestamp, timeReader);
    metrics.events.inc();
    return record.set(event, false, time);
  }

  /**
   * The record of an event at the timestamp of its record, whatever its fields say.
   *
   * @throws MalformedLineException if the record has no timestamp, but events have a time
   */
  public InputRecord eventOfRecord(Event event, long timestamp) throws MalformedLineException {
    time = timeReader == null ? EventTime.NONE : timeReader.millisOfRecord(timestamp);
    metrics.events.inc();
    return record.set(event, false, time);
  }

  private long millis(Event event, long timestamp, TimeReader reader)
      throws MalformedLineException {
    try {
      return reader.millis(event, timestamp);
    } catch (MalformedLineException e) {
      metrics.untimed(event);
      throw e;
    }
  }

  /**
   * The record of {@code bytes[from, to)}, which are not an event; reused by the next call.
   *
   * @param place of the record in its input: the number of its line, or its offset
   */
  public InputRecord malformed(
      MalformedLineException cause, byte[] bytes, int from, int to, String place) {
    String error = String.valueOf(cause.getMessage());
    Event described = malformed.of(input, place, error, bytes, from, to);
    metrics.malformed(described);
    return record.set(described, true, timeOfMalformed());
  }

  /**
   * Emits a record. One that is late comes after the watermark of what was read before it, so that
   * it is late in each run; Flink, which emits watermarks from time to time, may not have come to
   * this one yet.
   */
  public void emit(InputRecord timed, SourceOutput<InputRecord> output) {
    if (timeReader != null && timeReader.isLate(time)) {
      emitWatermark(timeReader, output);
      countLate(timed);
    }
    output.collect(timed, timed.time());
  }

  private void emitWatermark(TimeReader reader, SourceOutput<?> output) {
    if (reader.watermark() > watermark) {
      watermark = reader.watermark();
      output.emitWatermark(new Watermark(watermark));
    }
  }

  /** Counts a record that is an event and late, where another one emits it. */
  public void countLate(InputRecord timed) {
    if (timeReader != null && !timed.isMalformed() && timeReader.isLate(time)) {
      metrics.late(timeReader.lateness(time));
    }
  }

  /**
   * The time of the last event, which is also that of a malformed record after it. One before the
   * first event has the least time there is: without one, it could not be handled in event time.
   */
  private long timeOfMalformed() {
    return timeReader != null && time == EventTime.NONE ? EventTime.NONE + 1 : time;
  }

  /** The watermark of what was read; {@link EventTime#NONE} if there is none. */
  public long watermark() {
    return timeReader == null ? EventTime.NONE : timeReader.watermark();
  }

  /** How far the reader has come. */
  public ReadTimes times() {
    return timeReader == null ? ReadTimes.NONE : timeReader.times(time);
  }
}
