// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.jspecify.annotations.Nullable;

/** Assigns the whole state to the only reader. A query that fails is not restarted. */
final class WholeStateEnumerator implements SplitEnumerator<WholeState, WholeState> {
  private final SplitEnumeratorContext<WholeState> context;

  WholeStateEnumerator(SplitEnumeratorContext<WholeState> context) {
    this.context = context;
  }

  @Override
  public void start() {}

  @Override
  public void addReader(int reader) {
    context.assignSplit(WholeState.SPLIT, reader);
    context.signalNoMoreSplits(reader);
  }

  @Override
  public void handleSplitRequest(int reader, @Nullable String host) {}

  @Override
  public void addSplitsBack(List<WholeState> splits, int reader) {}

  @Override
  public WholeState snapshotState(long checkpointId) {
    return WholeState.SPLIT;
  }

  @Override
  public void close() {}
}
