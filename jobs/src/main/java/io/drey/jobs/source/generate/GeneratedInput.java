// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.generate;

import io.drey.jobs.source.Input;
import io.drey.jobs.source.SourceContext;
import io.drey.jobs.source.line.InputRecord;
import io.drey.jobs.source.line.SourceMetrics;
import io.drey.jobs.source.single.Assigned;
import io.drey.jobs.source.single.AssignedSerializer;
import io.drey.jobs.source.single.OneReaderEnumerator;
import io.drey.jobs.source.single.ReadPosition;
import io.drey.jobs.source.single.ReadPositionSerializer;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** The Flink source that generates events. */
record GeneratedInput(SourceContext context, GenerateSource options)
    implements Input<ReadPosition, Assigned> {
  @Override
  public Boundedness getBoundedness() {
    return options.isBounded() ? Boundedness.BOUNDED : Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SourceReader<InputRecord, ReadPosition> createReader(SourceReaderContext reader) {
    SourceMetrics metrics = new SourceMetrics(reader.metricGroup(), context.id());
    return new GeneratedReader(context, options, metrics, System::nanoTime);
  }

  @Override
  public SplitEnumerator<ReadPosition, Assigned> createEnumerator(
      SplitEnumeratorContext<ReadPosition> readers) {
    return restoreEnumerator(readers, Assigned.NO);
  }

  @Override
  public SplitEnumerator<ReadPosition, Assigned> restoreEnumerator(
      SplitEnumeratorContext<ReadPosition> readers, Assigned assigned) {
    return new OneReaderEnumerator(readers, assigned, null);
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
