// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import io.drey.jobs.source.file.InputFiles.InputFile;
import io.drey.jobs.source.line.ReadTimes;
import io.drey.jobs.source.line.SourceMetrics;
import io.drey.operators.event.Event;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.types.Either;
import org.apache.flink.util.FlinkRuntimeException;

/**
 * Reads files in natural name order, in the task's own thread: one after another with one
 * watermark, or several at once with a watermark each.
 */
final class FileReader implements SourceReader<Either<Event, Event>, FileSplit> {

  private final FileInput input;
  private final SourceMetrics metrics;
  private final PriorityQueue<FileSplit> waiting =
      new PriorityQueue<>(Comparator.comparing(FileSplit::path, NaturalOrder.INSTANCE));
  private final Deque<OpenFile> open = new ArrayDeque<>();
  private final List<FileSplit> finished = new ArrayList<>();

  /** Finished files for which Flink created an output of their own on restore. */
  private final List<String> closedTimelines = new ArrayList<>();

  private CompletableFuture<Void> available = new CompletableFuture<>();

  /** How far one reader of all files has come; with several at once, each file has its own. */
  private ReadTimes times = ReadTimes.NONE;

  private boolean noMoreSplits;
  private volatile boolean caughtUp;
  private volatile long bytesTotal;

  FileReader(FileInput input, SourceMetrics metrics) {
    this.input = input;
    this.metrics = metrics;
    metrics.bytesTotal(() -> bytesTotal);
    metrics.caughtUp(() -> caughtUp ? 1 : 0);
  }

  @Override
  public void start() {}

  @Override
  public void addSplits(List<FileSplit> splits) {
    long total = bytesTotal;
    try {
      for (FileSplit split : splits) {
        times = times.furtherThan(split.times());
        if (split.finished() && !hasGrown(split)) {
          finished.add(split);
          closedTimelines.add(split.splitId());
        } else {
          waiting.add(split);
          total += remaining(split);
        }
      }
    } catch (IOException e) {
      throw new FlinkRuntimeException("Failed to look up the files of '" + input.path() + "'", e);
    }
    bytesTotal = total;
    available.complete(null);
  }

  /** Whether a finished file is to be read further: it is still listed, and longer. */
  private boolean hasGrown(FileSplit split) throws IOException {
    if (!listed().contains(split.path())) {
      return false;
    }
    long length = InputFiles.status(split.path()).getLen();
    split.checkLength(length);
    return length > split.length();
  }

  private Set<String> listed() throws IOException {
    Set<String> paths = new HashSet<>();
    for (InputFile file : input.files().list()) {
      paths.add(file.path());
    }
    return paths;
  }

  private static long remaining(FileSplit split) throws IOException {
    if (!InputFiles.exists(split.path())) {
      return 0;
    }
    long length = InputFiles.status(split.path()).getLen();
    return split.isCompressed() ? length : length - split.offset();
  }

  @Override
  public void notifyNoMoreSplits() {
    noMoreSplits = true;
    available.complete(null);
  }

  @Override
  public InputStatus pollNext(ReaderOutput<Either<Event, Event>> output) throws Exception {
    closedTimelines.forEach(output::releaseOutputForSplit);
    closedTimelines.clear();
    while (open.size() < input.window() && !waiting.isEmpty()) {
      FileSplit next = waiting.remove();
      open.add(OpenFile.open(input.parallel() ? next : next.at(times), input, metrics));
    }
    OpenFile file = open.poll();
    if (file == null) {
      return nothingLeft();
    }
    // Put back before it is read, so that close() finds it after a failure.
    open.add(file);
    if (!file.read(timeline(file, output))) {
      finish(file, output);
    }
    return InputStatus.MORE_AVAILABLE;
  }

  private SourceOutput<Either<Event, Event>> timeline(
      OpenFile file, ReaderOutput<Either<Event, Event>> output) {
    return input.parallel() ? output.createOutputForSplit(file.path()) : output;
  }

  private void finish(OpenFile file, ReaderOutput<Either<Event, Event>> output) throws IOException {
    open.remove(file);
    file.close();
    FileSplit split = file.state();
    finished.add(split);
    times = split.times();
    // Flink holds back the watermark for every split of this reader until its output is released.
    output.releaseOutputForSplit(split.splitId());
  }

  private InputStatus nothingLeft() {
    caughtUp = noMoreSplits;
    if (noMoreSplits && !input.keepOpen()) {
      return InputStatus.END_OF_INPUT;
    }
    // An open reader is not idle: the watermark would pass it and make its next file late.
    available = new CompletableFuture<>();
    return InputStatus.NOTHING_AVAILABLE;
  }

  /** Whether every file has been read to its end. */
  boolean hasCaughtUp() {
    return caughtUp;
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return open.isEmpty() && waiting.isEmpty()
        ? available
        : CompletableFuture.completedFuture(null);
  }

  @Override
  public List<FileSplit> snapshotState(long checkpointId) {
    List<FileSplit> splits = new ArrayList<>(finished);
    open.forEach(file -> splits.add(file.state()));
    splits.addAll(waiting);
    if (!input.parallel()) {
      ReadTimes now = open.isEmpty() ? times : open.element().state().times();
      splits.replaceAll(split -> split.at(now));
    }
    return splits;
  }

  @Override
  public void close() throws Exception {
    for (OpenFile file : open) {
      file.close();
    }
  }
}
