// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.jspecify.annotations.Nullable;

/** The enumerator of the only reader of a source, which lists the files itself. */
final class ReaderLists implements SplitEnumerator<FileSplit, UnassignedFiles> {
  private final SplitEnumeratorContext<FileSplit> context;

  /** From a checkpoint of several readers. */
  private UnassignedFiles unassigned;

  ReaderLists(SplitEnumeratorContext<FileSplit> context, UnassignedFiles unassigned) {
    this.context = context;
    this.unassigned = unassigned;
  }

  @Override
  public void start() {}

  @Override
  public void addReader(int reader) {
    if (!unassigned.splits().isEmpty()) {
      context.assignSplits(new SplitsAssignment<>(Map.of(reader, unassigned.splits())));
      unassigned = UnassignedFiles.NONE;
    }
    context.signalNoMoreSplits(reader);
  }

  @Override
  public void addSplitsBack(List<FileSplit> splits, int reader) {
    unassigned = new UnassignedFiles(splits);
  }

  @Override
  public void handleSplitRequest(int reader, @Nullable String host) {}

  @Override
  public UnassignedFiles snapshotState(long checkpointId) {
    return unassigned;
  }

  @Override
  public void close() {}
}
