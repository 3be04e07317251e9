package io.drey.jobs.source;

import io.drey.operators.event.Event;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.types.Either;

/** Flink's side of a generator. */
record GeneratedInput(String sourceId, GenerateSource options)
    implements Source<Either<Event, Event>, Position, Assigned> {
  @Override
  public Boundedness getBoundedness() {
    return options.isBounded() ? Boundedness.BOUNDED : Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SourceReader<Either<Event, Event>, Position> createReader(SourceReaderContext context) {
    SourceMetrics metrics = new SourceMetrics(context.metricGroup(), sourceId);
    return new GeneratedReader(sourceId, options, metrics, System::nanoTime);
  }

  @Override
  public SplitEnumerator<Position, Assigned> createEnumerator(
      SplitEnumeratorContext<Position> context) {
    return restoreEnumerator(context, Assigned.NO);
  }

  @Override
  public SplitEnumerator<Position, Assigned> restoreEnumerator(
      SplitEnumeratorContext<Position> context, Assigned assigned) {
    return new OneReaderEnumerator(context, assigned, null);
  }

  @Override
  public SimpleVersionedSerializer<Position> getSplitSerializer() {
    return new PositionSerializer();
  }

  @Override
  public SimpleVersionedSerializer<Assigned> getEnumeratorCheckpointSerializer() {
    return new AssignedSerializer();
  }
}
