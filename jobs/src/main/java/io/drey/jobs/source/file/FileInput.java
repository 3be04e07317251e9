// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import io.drey.jobs.path.DirectoryEntry;
import io.drey.jobs.path.FilePath;
import io.drey.jobs.source.Input;
import io.drey.jobs.source.SourceContext;
import io.drey.jobs.source.format.FormatOptions;
import io.drey.jobs.source.line.InputRecord;
import io.drey.jobs.source.line.RecordReader;
import io.drey.jobs.source.line.SourceMetrics;
import io.drey.jobs.source.line.SourceRecords;
import io.drey.jobs.source.line.TimeReader;
import io.drey.jobs.source.line.TracedRecords;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * The Flink source of a file source: one reader, which lists the files itself and knows how far it
 * has read each. {@link ParallelFileInput} has several.
 */
class FileInput implements Input<FileSplit, UnassignedFiles> {
  private static final long serialVersionUID = 1L;

  private final SourceContext context;
  private final FileSource options;

  FileInput(SourceContext context, FileSource options) {
    this.context = context;
    this.options = options;
  }

  static FileInput of(SourceContext context, FileSource options) {
    return options.parallel()
        ? new ParallelFileInput(context, options)
        : new FileInput(context, options);
  }

  FilePaths paths() {
    return options.path();
  }

  FormatOptions format() {
    return options.format();
  }

  boolean parallel() {
    return false;
  }

  /** How many files a reader has open at once. */
  int window() {
    return 1;
  }

  boolean follow() {
    return options.follow();
  }

  Duration poll() {
    return options.poll();
  }

  /** How long the reader waits for more after it has read everything, until it is idle. */
  Duration idleAfter() {
    return options.time() == null ? Duration.ZERO : options.time().idleAfter();
  }

  /** Whether the source stays open, so that files may grow, or come, after they were read. */
  boolean isGrowing() {
    return context.keepOpen() || options.follow();
  }

  /** Whether there is more to be read of a file. */
  boolean hasMoreOf(FileSplit split) {
    return !split.ended() || (split.isUnfinished() && !isGrowing());
  }

  /** Lists the files in their order. */
  List<InputFile> list(RotationBases bases) throws IOException {
    return options.follow() ? options.input().listAny(bases) : options.input().list(bases);
  }

  /** How many bytes of a file are still to be read, or a few more. */
  long remaining(FileSplit split) throws IOException {
    try {
      return Math.max(
          0, DirectoryEntry.of(FilePath.of(split.path())).length() - split.position().offset());
    } catch (FileNotFoundException e) {
      return 0;
    }
  }

  /** Reads a file, from where its split stands. */
  RecordReader reader(InputStream content, FileSplit split) throws IOException {
    RecordReader records = format().reader(content, split.position(), split.path());
    return context.traced() ? new TracedRecords(records, context.id(), split.path()) : records;
  }

  /** The records of a file, from where its split stands. */
  SourceRecords records(FileSplit split, SourceMetrics metrics) {
    TimeReader time = options.time() == null ? null : options.time().reader();
    return new SourceRecords(context.id(), split.path(), time, split.times(), metrics);
  }

  @Override
  public Boundedness getBoundedness() {
    return isGrowing() ? Boundedness.CONTINUOUS_UNBOUNDED : Boundedness.BOUNDED;
  }

  @Override
  public SourceReader<InputRecord, FileSplit> createReader(SourceReaderContext reader) {
    return new FileReader(this, new SourceMetrics(reader.metricGroup(), context.id()));
  }

  @Override
  public SplitEnumerator<FileSplit, UnassignedFiles> createEnumerator(
      SplitEnumeratorContext<FileSplit> readers) {
    return restoreEnumerator(readers, UnassignedFiles.NONE);
  }

  @Override
  public SplitEnumerator<FileSplit, UnassignedFiles> restoreEnumerator(
      SplitEnumeratorContext<FileSplit> readers, UnassignedFiles files) {
    return new ReaderLists(readers, files);
  }

  @Override
  public SimpleVersionedSerializer<FileSplit> getSplitSerializer() {
    return new FileSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<UnassignedFiles> getEnumeratorCheckpointSerializer() {
    return new UnassignedFilesSerializer();
  }
}
