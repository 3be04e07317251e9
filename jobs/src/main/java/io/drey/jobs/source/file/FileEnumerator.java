// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import io.drey.jobs.source.file.InputFiles.InputFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;

/**
 * Lists the files once, at the start, and assigns those that are new: all of them to a single
 * reader, or about the same number of bytes to each of several.
 */
final class FileEnumerator implements SplitEnumerator<FileSplit, AssignedFiles> {
  private final SplitEnumeratorContext<FileSplit> context;
  private final InputFiles files;
  private final Set<String> assigned;
  private final Map<Integer, List<FileSplit>> shares = new TreeMap<>();

  FileEnumerator(
      SplitEnumeratorContext<FileSplit> context, InputFiles files, AssignedFiles restored) {
    this.context = context;
    this.files = files;
    this.assigned = new HashSet<>(restored.paths());
  }

  @Override
  public void start() {
    List<InputFile> unassigned = new ArrayList<>();
    try {
      unassigned.addAll(files.list());
    } catch (IOException e) {
      throw new FlinkRuntimeException("Failed to list '" + files.path() + "'", e);
    }
    unassigned.removeIf(file -> assigned.contains(file.path()));
    unassigned.sort(Comparator.comparingLong(InputFile::length).reversed());
    long[] loads = new long[context.currentParallelism()];
    for (InputFile file : unassigned) {
      int reader = leastLoaded(loads);
      // Opening an empty file is not free either.
      loads[reader] += file.length() + 1;
      share(reader).add(FileSplit.unread(file.path()));
    }
  }

  private static int leastLoaded(long[] loads) {
    int least = 0;
    for (int i = 1; i < loads.length; i++) {
      least = loads[i] < loads[least] ? i : least;
    }
    return least;
  }

  private List<FileSplit> share(int reader) {
    return shares.computeIfAbsent(reader, unused -> new ArrayList<>());
  }

  @Override
  public void addReader(int reader) {
    List<FileSplit> splits = shares.remove(reader);
    if (splits != null) {
      splits.forEach(split -> assigned.add(split.path()));
      context.assignSplits(new SplitsAssignment<>(Map.of(reader, splits)));
    }
    context.signalNoMoreSplits(reader);
  }

  @Override
  public void addSplitsBack(List<FileSplit> splits, int reader) {
    splits.forEach(split -> assigned.remove(split.path()));
    share(reader).addAll(splits);
  }

  /** Readers do not ask for splits: they are assigned their share when they register. */
  @Override
  public void handleSplitRequest(int reader, @Nullable String host) {}

  @Override
  public AssignedFiles snapshotState(long checkpointId) {
    return new AssignedFiles(assigned);
  }

  @Override
  public void close() {}
}
