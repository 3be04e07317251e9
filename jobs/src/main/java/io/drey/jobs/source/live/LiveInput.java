// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.live;

import io.drey.jobs.source.Input;
import io.drey.jobs.source.SourceContext;
import io.drey.jobs.source.TimeOptions;
import io.drey.jobs.source.format.FormatOptions;
import io.drey.jobs.source.line.EventDecoder;
import io.drey.jobs.source.line.InputRecord;
import io.drey.jobs.source.line.RecordReader;
import io.drey.jobs.source.line.SourceMetrics;
import io.drey.jobs.source.line.SourceRecords;
import io.drey.jobs.source.line.StreamPosition;
import io.drey.jobs.source.line.TimeReader;
import io.drey.jobs.source.line.TracedRecords;
import io.drey.jobs.source.single.Assigned;
import io.drey.jobs.source.single.AssignedSerializer;
import io.drey.jobs.source.single.OneReaderEnumerator;
import io.drey.jobs.source.single.ReadPosition;
import io.drey.jobs.source.single.ReadPositionSerializer;
import io.drey.jobs.source.single.ReadTimes;
import io.drey.jobs.source.single.UnreadableInputException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The Flink source that reads a stream. A stream can be read only once, so the source fails instead
 * of restarting.
 */
final class LiveInput implements Input<ReadPosition, Assigned> {
  private static final long serialVersionUID = 1L;

  private final SourceContext context;
  private final LiveStream stream;
  private final FormatOptions format;
  private final @Nullable TimeOptions time;
  private final Boundedness boundedness;

  /** Flink creates all enumerators of a job from one copy of the source. */
  private final AtomicBoolean started = new AtomicBoolean();

  LiveInput(
      SourceContext context,
      LiveStream stream,
      FormatOptions format,
      @Nullable TimeOptions time,
      Boundedness boundedness) {
    this.context = context;
    this.stream = stream;
    this.format = format;
    this.time = time;
    this.boundedness = boundedness;
  }

  String sourceId() {
    return context.id();
  }

  LiveStream stream() {
    return stream;
  }

  RecordReader reader(InputStream in) {
    RecordReader records = format.reader(in, StreamPosition.START, stream.name());
    return context.traced() ? new TracedRecords(records, sourceId(), stream.name()) : records;
  }

  EventDecoder decoder(SourceMetrics metrics) {
    TimeReader reader = time == null ? null : time.reader();
    return new EventDecoder(
        format.parser(stream.name()),
        new SourceRecords(sourceId(), stream.name(), reader, ReadTimes.NONE, metrics));
  }

  @Override
  public Boundedness getBoundedness() {
    return boundedness;
  }

  @Override
  public SourceReader<InputRecord, ReadPosition> createReader(SourceReaderContext reader) {
    return new LiveReader(this, new SourceMetrics(reader.metricGroup(), sourceId()));
  }

  @Override
  public SplitEnumerator<ReadPosition, Assigned> createEnumerator(
      SplitEnumeratorContext<ReadPosition> readers) throws UnreadableInputException {
    if (started.getAndSet(true)) {
      throw gone();
    }
    return new OneReaderEnumerator(readers, Assigned.NO, gone());
  }

  @Override
  public SplitEnumerator<ReadPosition, Assigned> restoreEnumerator(
      SplitEnumeratorContext<ReadPosition> readers, Assigned assigned)
      throws UnreadableInputException {
    if (assigned == Assigned.YES) {
      throw gone();
    }
    return createEnumerator(readers);
  }

  UnreadableInputException gone() {
    return new UnreadableInputException(
        "Cannot continue '" + stream.name() + "': it cannot be read a second time");
  }

  @Override
  public SimpleVersionedSerializer<ReadPosition> getSplitSerializer() {
    return new ReadPositionSerializer();
  }

  @Override
  public SimpleVersionedSerializer<Assigned> getEnumeratorCheckpointSerializer() {
    return new AssignedSerializer();
  }
}
