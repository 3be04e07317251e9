// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import io.drey.jobs.source.Input;
import io.drey.jobs.source.format.FormatOptions;
import io.drey.jobs.source.line.SourceMetrics;
import io.drey.jobs.source.line.SourceRecords;
import io.drey.jobs.source.line.TimeReader;
import io.drey.operators.event.Event;
import java.util.Set;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.types.Either;

/**
 * The Flink source that reads files.
 *
 * @param sourceId the source's id
 * @param options as written in the pipeline file
 * @param keepOpen whether readers wait after the last file
 */
record FileInput(String sourceId, FileSource options, boolean keepOpen)
    implements Input<FileSplit, AssignedFiles> {
  private static final int PARALLEL_WINDOW = 16;

  String path() {
    return options.path();
  }

  InputFiles files() {
    return new InputFiles(options.path());
  }

  FormatOptions format() {
    return options.format();
  }

  boolean parallel() {
    return options.parallel();
  }

  /** How many files a reader has open at once. */
  int window() {
    return options.parallel() ? PARALLEL_WINDOW : 1;
  }

  /** The records of a file, from where its split stands. */
  SourceRecords records(FileSplit split, SourceMetrics metrics) {
    TimeReader time = options.time() == null ? null : options.time().reader();
    return new SourceRecords(sourceId, split.path(), time, split.times(), metrics);
  }

  @Override
  public Boundedness getBoundedness() {
    return keepOpen ? Boundedness.CONTINUOUS_UNBOUNDED : Boundedness.BOUNDED;
  }

  @Override
  public SourceReader<Either<Event, Event>, FileSplit> createReader(SourceReaderContext context) {
    return new FileReader(this, new SourceMetrics(context.metricGroup(), sourceId));
  }

  @Override
  public SplitEnumerator<FileSplit, AssignedFiles> createEnumerator(
      SplitEnumeratorContext<FileSplit> context) {
    return restoreEnumerator(context, new AssignedFiles(Set.of()));
  }

  @Override
  public SplitEnumerator<FileSplit, AssignedFiles> restoreEnumerator(
      SplitEnumeratorContext<FileSplit> context, AssignedFiles assigned) {
    return new FileEnumerator(context, files(), assigned);
  }

  @Override
  public SimpleVersionedSerializer<FileSplit> getSplitSerializer() {
    return new FileSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<AssignedFiles> getEnumeratorCheckpointSerializer() {
    return new AssignedFilesSerializer();
  }
}
