// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.direct;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.metrics.groups.SplitEnumeratorMetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.operators.coordination.OperatorEvent;
import org.apache.flink.runtime.operators.coordination.OperatorEventDispatcher;
import org.apache.flink.runtime.operators.coordination.OperatorEventGateway;
import org.apache.flink.runtime.operators.coordination.OperatorEventHandler;
import org.apache.flink.runtime.source.event.AddSplitEvent;
import org.apache.flink.runtime.source.event.NoMoreSplitsEvent;
import org.apache.flink.runtime.source.event.ReaderRegistrationEvent;
import org.apache.flink.runtime.source.event.RequestSplitEvent;
import org.apache.flink.runtime.source.event.SourceEventWrapper;
import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Between the enumerator of a source and its only reader. Both live in the task's thread: what one
 * tells the other is a mail, so that neither is called while it is running.
 */
final class SourceCoordinator<S extends SourceSplit>
    implements OperatorEventDispatcher,
        OperatorEventGateway,
        SplitEnumeratorContext<S>,
        AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SourceCoordinator.class);
  private static final int READER = 0;
  private static final String HOST = "localhost";

  private final Source<?, S, ?> source;
  private final MailboxExecutor mailbox;
  private final Map<Integer, ReaderInfo> readers = new HashMap<>();

  private @Nullable SplitEnumerator<S, ?> enumerator;
  private @Nullable OperatorEventHandler reader;

  SourceCoordinator(Source<?, S, ?> source, MailboxExecutor mailbox) {
    this.source = source;
    this.mailbox = mailbox;
  }

  void start() throws Exception {
    enumerator = source.createEnumerator(this);
    enumerator.start();
  }

  @Override
  public void registerEventHandler(OperatorID operator, OperatorEventHandler handler) {
    reader = handler;
  }

  @Override
  public OperatorEventGateway getOperatorEventGateway(OperatorID operator) {
    return this;
  }

  @Override
  public void sendEventToCoordinator(OperatorEvent event) {
    SplitEnumerator<S, ?> to = Objects.requireNonNull(enumerator);
    if (event instanceof ReaderRegistrationEvent) {
      readers.put(READER, new ReaderInfo(READER, HOST));
      runInCoordinatorThread(() -> to.addReader(READER));
    } else if (event instanceof RequestSplitEvent) {
      runInCoordinatorThread(() -> to.handleSplitRequest(READER, HOST));
    } else if (event instanceof SourceEventWrapper wrapper) {
      runInCoordinatorThread(() -> to.handleSourceEvent(READER, wrapper.getSourceEvent()));
    }
    // The others are about watermarks of several readers.
  }

  private void sendToReader(OperatorEvent event) {
    runInCoordinatorThread(
        () -> {
          if (reader != null) {
            reader.handleOperatorEvent(event);
          }
        });
  }

  /** Tells the reader nothing more: one that is stopped before it starts cannot take splits. */
  void letGo() {
    reader = null;
  }

  @Override
  public void sendEventToSourceReader(int to, SourceEvent event) {
    sendToReader(new SourceEventWrapper(event));
  }

  @Override
  public void assignSplits(SplitsAssignment<S> assignment) {
    List<S> splits = assignment.assignment().getOrDefault(READER, List.of());
    try {
      sendToReader(new AddSplitEvent<>(splits, source.getSplitSerializer()));
    } catch (IOException e) {
      throw new FlinkRuntimeException("Failed to serialize the splits of a source", e);
    }
  }

  @Override
  public void signalNoMoreSplits(int to) {
    sendToReader(new NoMoreSplitsEvent());
  }

  /** Works in another thread, for what takes long: who asks brokers would block the task. */
  @Override
  public <T> void callAsync(Callable<T> work, BiConsumer<T, Throwable> handler) {
    CompletableFuture<Void> unused =
        CompletableFuture.runAsync(
            () -> {
              T result = null;
              Throwable failure = null;
              try {
                result = work.call();
              } catch (Throwable e) {
                failure = e;
              }
              tell(handler, result, failure);
            },
            this::startThread);
  }

  private void startThread(Runnable work) {
    Thread thread = new Thread(work, "drey-splits");
    thread.setDaemon(true);
    thread.start();
  }

  private <T> void tell(
      BiConsumer<T, Throwable> handler, @Nullable T result, @Nullable Throwable failure) {
    try {
      runInCoordinatorThread(() -> handler.accept(result, failure));
    } catch (RejectedExecutionException e) {
      LOG.debug("The job ended before the splits of its source were known", e);
    }
  }

  @Override
  public <T> void callAsync(
      Callable<T> work, BiConsumer<T, Throwable> handler, long delayMillis, long periodMillis) {
    throw new UnsupportedOperationException("Only sources whose splits are looked for once");
  }

  @Override
  public void runInCoordinatorThread(Runnable action) {
    mailbox.execute(action::run, "source coordinator");
  }

  @Override
  public int currentParallelism() {
    return 1;
  }

  @Override
  public Map<Integer, ReaderInfo> registeredReaders() {
    return readers;
  }

  @Override
  public SplitEnumeratorMetricGroup metricGroup() {
    return UnregisteredMetricsGroup.createSplitEnumeratorMetricGroup();
  }

  @Override
  public void close() throws IOException {
    if (enumerator != null) {
      enumerator.close();
    }
  }
}
