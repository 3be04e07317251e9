// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import io.drey.jobs.source.line.InputRecord;
import io.drey.jobs.source.line.SourceMetrics;
import io.drey.jobs.source.single.ReadTimes;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;

/**
 * Reads files one after another in their order, or several at once with a watermark each. A
 * finished file stays in its state.
 */
final class FileReader implements SourceReader<InputRecord, FileSplit> {
  /** How often in a row a file may be renamed between its listing and its opening. */
  private static final int REPLACEMENTS = 10;

  private final FileInput input;
  private final SourceMetrics metrics;
  private final FileBacklog backlog;
  private final Deque<OpenFile> open = new ArrayDeque<>();
  private final Polling polling;

  /**
   * Files for which Flink created an output of their own that is not used any more. One that is
   * missed may have the path of another one in state.
   */
  private final Set<String> closedTimelines = new LinkedHashSet<>();

  private CompletableFuture<Void> available = new CompletableFuture<>();

  /** How far one reader of all files has come; with several at once, each file has its own. */
  private ReadTimes times = ReadTimes.NONE;

  private boolean noMoreSplits;
  private int replacements;
  private volatile boolean caughtUp;
  private volatile long bytesTotal;

  FileReader(FileInput input, SourceMetrics metrics) {
    this.input = input;
    this.metrics = metrics;
    this.backlog = new FileBacklog(input);
    this.polling = new Polling(input);
    metrics.bytesTotal(() -> bytesTotal);
    metrics.caughtUp(() -> caughtUp ? 1 : 0);
    metrics.files(backlog::copies, backlog::deleted, backlog::unfinished);
  }

  @Override
  public void start() {}

  /** Restored splits, or those that the enumerator assigns to one of several readers. */
  @Override
  public void addSplits(List<FileSplit> splits) {
    backlog.add(splits);
    for (FileSplit split : splits) {
      times = times.furtherThan(split.times());
      if (!input.parallel() || !input.hasMoreOf(split)) {
        closedTimelines.add(split.splitId());
      }
    }
  }

  @Override
  public void notifyNoMoreSplits() {
    noMoreSplits = true;
    available.complete(null);
  }

  @Override
  public InputStatus pollNext(ReaderOutput<InputRecord> output) throws Exception {
    closedTimelines.forEach(output::releaseOutputForSplit);
    closedTimelines.clear();
    if (!noMoreSplits) {
      return InputStatus.NOTHING_AVAILABLE;
    }
    if (polling.isDue() && open.isEmpty() && backlog.isEmpty()) {
      list();
    }
    openNext();
    OpenFile file = open.poll();
    if (file == null) {
      return nothingLeft(output);
    }
    // Put back before it is read, so that close() finds it after a failure.
    open.add(file);
    polling.reading(output);
    if (!file.read(timeline(file, output))) {
      finish(file, output);
    }
    return InputStatus.MORE_AVAILABLE;
  }

  private void list() throws IOException {
    if (!input.parallel()) {
      backlog.refresh();
    }
    polling.listed();
    bytesTotal = metrics.bytes.getCount() + backlog.remaining();
  }

  private void openNext() throws IOException {
    while (open.size() < input.window()) {
      FileSplit split = backlog.poll();
      if (split == null) {
        return;
      }
      try {
        open.add(OpenFile.open(input.parallel() ? split : split.at(times), input, metrics));
        replacements = 0;
      } catch (ReplacedFileException e) {
        replacements++;
        if (input.parallel() || replacements > REPLACEMENTS) {
          throw e;
        }
        backlog.putBack(split);
        backlog.refresh();
      }
    }
  }

  private SourceOutput<InputRecord> timeline(OpenFile file, ReaderOutput<InputRecord> output) {
    return input.parallel() ? output.createOutputForSplit(file.path()) : output;
  }

  private void finish(OpenFile file, ReaderOutput<InputRecord> output) throws IOException {
    FileSplit split = file.state();
    open.remove(file);
    file.close();
    times = split.times();
    backlog.read(split);
    if (input.parallel()) {
      // Flink holds back the watermark for every split of this reader until its output is released.
      output.releaseOutputForSplit(split.splitId());
    }
  }

  private InputStatus nothingLeft(ReaderOutput<InputRecord> output) {
    caughtUp = true;
    if (!input.isGrowing()) {
      return InputStatus.END_OF_INPUT;
    }
    available = polling.next(output);
    return InputStatus.NOTHING_AVAILABLE;
  }

  /** Whether every file has been read to its end. */
  boolean hasCaughtUp() {
    return caughtUp;
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return !noMoreSplits || (open.isEmpty() && backlog.isEmpty())
        ? available
        : CompletableFuture.completedFuture(null);
  }

  @Override
  public List<FileSplit> snapshotState(long checkpointId) {
    List<FileSplit> splits = new ArrayList<>();
    open.forEach(file -> splits.add(file.state()));
    splits.addAll(backlog.state());
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
