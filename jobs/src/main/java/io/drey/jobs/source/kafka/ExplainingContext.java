// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.kafka;

import io.drey.jobs.kafka.BrokerClient;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.metrics.groups.SplitEnumeratorMetricGroup;
import org.apache.flink.util.FlinkRuntimeException;

/**
 * What the connector's enumerator works with; where brokers refuse an answer, the job fails with
 * the reason in words.
 *
 * @param addresses of the brokers
 */
record ExplainingContext(
    String sourceId, String addresses, SplitEnumeratorContext<KafkaPartitionSplit> context)
    implements SplitEnumeratorContext<KafkaPartitionSplit> {
  @Override
  public <T> void callAsync(Callable<T> work, BiConsumer<T, Throwable> handler) {
    context.callAsync(work, explaining(handler));
  }

  @Override
  public <T> void callAsync(
      Callable<T> work, BiConsumer<T, Throwable> handler, long delayMillis, long periodMillis) {
    context.callAsync(work, explaining(handler), delayMillis, periodMillis);
  }

  private <T> BiConsumer<T, Throwable> explaining(BiConsumer<T, Throwable> handler) {
    return (result, failure) -> {
      if (failure != null) {
        throw new FlinkRuntimeException(explained(failure));
      }
      handler.accept(result, null);
    };
  }

  private Throwable explained(Throwable failure) {
    Throwable bottom = failure;
    while (bottom.getCause() != null && !(bottom instanceof MissingOffsetException)) {
      bottom = bottom.getCause();
    }
    return bottom instanceof MissingOffsetException
        ? bottom
        : BrokerClient.explained("read source '" + sourceId + "'", addresses, bottom);
  }

  @Override
  public SplitEnumeratorMetricGroup metricGroup() {
    return context.metricGroup();
  }

  @Override
  public void sendEventToSourceReader(int reader, SourceEvent event) {
    context.sendEventToSourceReader(reader, event);
  }

  @Override
  public int currentParallelism() {
    return context.currentParallelism();
  }

  @Override
  public Map<Integer, ReaderInfo> registeredReaders() {
    return context.registeredReaders();
  }

  @Override
  public Map<Integer, Map<Integer, ReaderInfo>> registeredReadersOfAttempts() {
    return context.registeredReadersOfAttempts();
  }

  @Override
  public void assignSplits(SplitsAssignment<KafkaPartitionSplit> assignment) {
    context.assignSplits(assignment);
  }

  @Override
  public void signalNoMoreSplits(int reader) {
    context.signalNoMoreSplits(reader);
  }

  @Override
  public void runInCoordinatorThread(Runnable action) {
    context.runInCoordinatorThread(action);
  }

  @Override
  public void setIsProcessingBacklog(boolean isProcessingBacklog) {
    context.setIsProcessingBacklog(isProcessingBacklog);
  }
}
