// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import io.drey.jobs.source.single.ReadTimes;
import io.drey.operators.event.Event;
import io.drey.operators.event.time.EventTime;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.types.Either;
import org.jspecify.annotations.Nullable;

/**
 * Makes, times, counts and emits the records of one input: right is an event, left a malformed
 * record. Not thread-safe.
 */
public final class SourceRecords {
  private final String input;
  private final @Nullable TimeReader timeReader;
  private final SourceMetrics metrics;
  private final MalformedRecord malformed;
  private final Either.Right<Event, Event> right = new Either.Right<>(Event.of("{}"));
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
   * The record of an event, reused by the next call.
   *
   * @throws MalformedLineException if the event has no readable time
   */
  public Either<Event, Event> event(Event event) throws MalformedLineException {
    time = timeReader == null ? EventTime.NONE : millis(event, timeReader);
    metrics.events.inc();
    right.setValue(event);
    return right;
  }

  private long millis(Event event, TimeReader reader) throws MalformedLineException {
    try {
      return reader.millis(event);
    } catch (MalformedLineException e) {
      metrics.untimed(event);
      throw e;
    }
  }

  /**
   * The record of {@code bytes[from, to)}, which are not an event.
   *
   * @param place of the record in its input: the number of its line, or its offset
   */
  public Either<Event, Event> malformed(
      MalformedLineException cause, byte[] bytes, int from, int to, String place) {
    String error = String.valueOf(cause.getMessage());
    Event record = malformed.of(input, place, error, bytes, from, to);
    metrics.malformed(record);
    return Either.Left(record);
  }

  /**
   * Emits a record. One that is late comes after the watermark of what was read before it, so that
   * it is late in each run; Flink, which emits watermarks from time to time, may not have come to
   * this one yet.
   */
  public void emit(Either<Event, Event> record, SourceOutput<Either<Event, Event>> output) {
    if (timeReader != null && timeReader.isLate(time)) {
      late(record, timeReader, output);
    }
    output.collect(record, time());
  }

  private void late(Either<Event, Event> record, TimeReader reader, SourceOutput<?> output) {
    if (reader.watermark() > watermark) {
      watermark = reader.watermark();
      output.emitWatermark(new Watermark(watermark));
    }
    if (record.isRight()) {
      metrics.late(reader.lateness(time));
    }
  }

  /**
   * The time of the last event, which is also that of a malformed record after it. One before the
   * first event has the least time there is: without one, it could not be handled in event time.
   */
  public long time() {
    return timeReader != null && time == EventTime.NONE ? EventTime.NONE + 1 : time;
  }

  /** How far the reader has come. */
  public ReadTimes times() {
    return timeReader == null ? ReadTimes.NONE : timeReader.times(time);
  }
}
