// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.kafka;

import java.io.IOException;
import java.util.List;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.jspecify.annotations.Nullable;

/**
 * The enumerator of a bounded source that is restored. The connector's own tells readers that there
 * are no more partitions only once it has found some that are new; without any, a restored job
 * would never end.
 */
final class EndingEnumerator implements SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> {
  private final SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> connector;
  private final SplitEnumeratorContext<KafkaPartitionSplit> context;
  private boolean isComplete;

  EndingEnumerator(
      SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> connector,
      SplitEnumeratorContext<KafkaPartitionSplit> context) {
    this.connector = connector;
    this.context = context;
  }

  /** Calls are made one after the other: two of the connector's look for partitions. */
  @Override
  public void start() {
    connector.start();
    behind(() -> behind(this::complete));
  }

  private void behind(Runnable action) {
    context.callAsync(() -> true, (result, failure) -> action.run());
  }

  private void complete() {
    isComplete = true;
    context.registeredReaders().keySet().forEach(context::signalNoMoreSplits);
  }

  @Override
  public void addReader(int reader) {
    connector.addReader(reader);
    if (isComplete) {
      context.signalNoMoreSplits(reader);
    }
  }

  @Override
  public void handleSplitRequest(int reader, @Nullable String host) {
    connector.handleSplitRequest(reader, host);
  }

  @Override
  public void handleSourceEvent(int reader, SourceEvent event) {
    connector.handleSourceEvent(reader, event);
  }

  @Override
  public void addSplitsBack(List<KafkaPartitionSplit> splits, int reader) {
    connector.addSplitsBack(splits, reader);
  }

  @Override
  public KafkaSourceEnumState snapshotState(long checkpointId) throws Exception {
    return connector.snapshotState(checkpointId);
  }

  @Override
  public void notifyCheckpointComplete(long checkpointId) throws Exception {
    connector.notifyCheckpointComplete(checkpointId);
  }

  @Override
  public void close() throws IOException {
    connector.close();
  }
}
