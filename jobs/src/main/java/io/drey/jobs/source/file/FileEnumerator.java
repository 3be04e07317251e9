// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;

/**
 * Lists the files once all readers are there, and shares them: the largest first, each to the
 * reader with the least to read. What a reader had read before a restart it reports when it
 * registers.
 */
final class FileEnumerator implements SplitEnumerator<FileSplit, UnassignedFiles> {
  private final SplitEnumeratorContext<FileSplit> context;
  private final FileInput input;

  /** What was read before, by the reader that is to have it. */
  private final Map<Integer, List<FileSplit>> reported = new TreeMap<>();

  private boolean shared;

  FileEnumerator(
      SplitEnumeratorContext<FileSplit> context, FileInput input, UnassignedFiles restored) {
    this.context = context;
    this.input = input;
    report(0, restored.splits());
  }

  private void report(int reader, List<FileSplit> splits) {
    if (!splits.isEmpty()) {
      reported.computeIfAbsent(reader, unused -> new ArrayList<>()).addAll(splits);
    }
  }

  @Override
  public void start() {}

  @Override
  public void addReader(int reader) {
    Map<Integer, ReaderInfo> readers = context.registeredReaders();
    ReaderInfo info = Objects.requireNonNull(readers.get(reader));
    report(reader, info.getReportedSplitsOnRegistration());
    if (shared) {
      assign(reader, reported.remove(reader));
    } else if (readers.size() == context.currentParallelism()) {
      shared = true;
      List<List<FileSplit>> shares = share();
      for (int i = 0; i < shares.size(); i++) {
        assign(i, shares.get(i));
      }
    }
  }

  private void assign(int reader, @Nullable List<FileSplit> splits) {
    if (splits != null && !splits.isEmpty()) {
      context.assignSplits(new SplitsAssignment<>(Map.of(reader, splits)));
    }
    context.signalNoMoreSplits(reader);
  }

  /** A file, and how many bytes of it are to be read. */
  private record Load(FileSplit split, long bytes) {}

  private List<List<FileSplit>> share() {
    FileBacklog backlog = new FileBacklog(input);
    reported.values().forEach(backlog::add);
    reported.clear();
    List<Load> loads = new ArrayList<>();
    try {
      backlog.refresh();
      for (FileSplit split : backlog.state()) {
        loads.add(new Load(split, input.hasMoreOf(split) ? input.remaining(split) : 0));
      }
    } catch (IOException e) {
      throw new FlinkRuntimeException("Failed to list '" + input.paths() + "'", e);
    }
    loads.sort(Comparator.comparingLong(Load::bytes).reversed());
    return share(loads);
  }

  private List<List<FileSplit>> share(List<Load> loads) {
    long[] sums = new long[context.currentParallelism()];
    List<List<FileSplit>> shares = new ArrayList<>();
    for (int reader = 0; reader < sums.length; reader++) {
      shares.add(new ArrayList<>());
    }
    for (Load load : loads) {
      int reader = leastLoaded(sums);
      // Opening an empty file is not free either.
      sums[reader] += load.bytes() + 1;
      shares.get(reader).add(load.split());
    }
    return shares;
  }

  private static int leastLoaded(long[] loads) {
    int least = 0;
    for (int i = 1; i < loads.length; i++) {
      least = loads[i] < loads[least] ? i : least;
    }
    return least;
  }

  /** Splits that a lost reader was assigned since the checkpoint, for its successor. */
  @Override
  public void addSplitsBack(List<FileSplit> splits, int reader) {
    report(reader, splits);
  }

  /** Readers do not ask for splits: they are assigned their share once all of them are there. */
  @Override
  public void handleSplitRequest(int reader, @Nullable String host) {}

  @Override
  public UnassignedFiles snapshotState(long checkpointId) {
    List<FileSplit> unassigned = new ArrayList<>();
    reported.values().forEach(unassigned::addAll);
    return new UnassignedFiles(unassigned);
  }

  @Override
  public void close() {}
}
