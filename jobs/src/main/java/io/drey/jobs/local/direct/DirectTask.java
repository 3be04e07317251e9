// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.direct;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.apache.flink.runtime.checkpoint.SubTaskInitializationMetricsBuilder;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.apache.flink.streaming.api.operators.StreamTaskStateInitializer;
import org.apache.flink.streaming.runtime.io.DataInputStatus;
import org.apache.flink.streaming.runtime.tasks.StreamTask;
import org.apache.flink.streaming.runtime.tasks.mailbox.MailboxDefaultAction;
import org.jspecify.annotations.Nullable;

/**
 * The task that holds all operators of a job. Of {@link StreamTask} it uses the mailbox, the timers
 * and the state of operators; what it does with input and output is its own.
 */
final class DirectTask extends StreamTask<Object, StreamOperator<Object>> {
  private final JobNodes nodes;
  private List<SourceNode> sources = List.of();

  DirectTask(DirectEnvironment environment, JobNodes nodes) throws Exception {
    super(environment, null, (thread, failure) -> environment.failExternally(failure));
    this.nodes = nodes;
    environment.onFailure(mailboxProcessor::reportThrowable);
  }

  @Override
  protected void init() {}

  /** Runs the job to its end, and closes all operators, also of a job that fails. */
  void run() throws Exception {
    try (AutoCloseable task = () -> cleanUp(null);
        nodes) {
      sources = nodes.create(this);
      StreamTaskStateInitializer states =
          createStreamTaskStateInitializer(
              new SubTaskInitializationMetricsBuilder(System.currentTimeMillis()));
      nodes.open(states);
      mailboxProcessor.runMailboxLoop();
    }
  }

  /** Reads a piece of one source; the mailbox calls it again and again. */
  @Override
  protected void processInput(MailboxDefaultAction.Controller controller) throws Exception {
    if (sources.isEmpty()) {
      mailboxProcessor.allActionsCompleted();
      return;
    }
    SourceNode source = furthestBehind();
    if (source == null) {
      pause(controller);
    } else if (source.read() == DataInputStatus.END_OF_DATA) {
      sources.remove(source);
      source.end();
    }
  }

  /** The source to read from; null if none has anything to read. */
  private @Nullable SourceNode furthestBehind() {
    SourceNode behind = null;
    for (SourceNode source : sources) {
      if (source.isAvailable() && (behind == null || source.isBehind(behind))) {
        behind = source;
      }
    }
    return behind;
  }

  /** Results that wait for a watermark are emitted before the next event is waited for. */
  private void pause(MailboxDefaultAction.Controller controller) throws Exception {
    for (SourceNode source : sources) {
      source.emitWatermark();
    }
    CompletableFuture<?> available =
        CompletableFuture.anyOf(
            sources.stream().map(SourceNode::available).toArray(CompletableFuture<?>[]::new));
    MailboxDefaultAction.Suspension suspension = controller.suspendDefaultAction();
    CompletableFuture<Void> unused = available.thenRun(suspension::resume);
  }

  /** Ends the input of all sources where they stand; from any thread. */
  void stop() {
    try {
      getMailboxExecutorFactory().createExecutor(0).execute(this::stopSources, "stop");
    } catch (RejectedExecutionException hasEnded) {
      return;
    }
  }

  private void stopSources() {
    sources.forEach(SourceNode::stop);
  }

  /** After each piece, the mailbox and the other sources have their turn. */
  @Override
  public CanEmitBatchOfRecordsChecker getCanEmitBatchOfRecords() {
    return () -> false;
  }
}
