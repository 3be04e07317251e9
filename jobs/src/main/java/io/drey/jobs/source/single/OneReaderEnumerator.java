// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.single;

import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;

/** Assigns the whole input to the single reader. */
public final class OneReaderEnumerator implements SplitEnumerator<ReadPosition, Assigned> {
  private final SplitEnumeratorContext<ReadPosition> context;
  private final @Nullable UnreadableInputException ifReaderIsLost;
  private Assigned assigned;

  /**
   * @param ifReaderIsLost the failure if the reader is lost; null if another one may start over
   */
  public OneReaderEnumerator(
      SplitEnumeratorContext<ReadPosition> context,
      Assigned restored,
      @Nullable UnreadableInputException ifReaderIsLost) {
    this.context = context;
    this.assigned = restored;
    this.ifReaderIsLost = ifReaderIsLost;
  }

  @Override
  public void start() {}

  @Override
  public void addReader(int reader) {
    if (assigned == Assigned.NO) {
      assigned = Assigned.YES;
      context.assignSplit(ReadPosition.START, reader);
    }
    context.signalNoMoreSplits(reader);
  }

  /** What a checkpoint holds is not given back: a restored reader has it. */
  @Override
  public void addSplitsBack(List<ReadPosition> splits, int reader) {
    if (splits.isEmpty()) {
      return;
    }
    if (ifReaderIsLost != null) {
      throw new FlinkRuntimeException(ifReaderIsLost);
    }
    assigned = Assigned.NO;
  }

  @Override
  public void handleSplitRequest(int reader, @Nullable String host) {}

  @Override
  public Assigned snapshotState(long checkpointId) {
    return assigned;
  }

  @Override
  public void close() {}
}
