// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.kafka;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.kafka.common.errors.InvalidPidMappingException;

/**
 * Commits transactions, and asks what became of one that cannot be committed: the connector counts
 * it and goes on without the data, or fails for ever where brokers have forgotten it.
 *
 * @param mayLose whether the job goes on without it
 */
record CheckedCommitter(
    TransactionOutcomes outcomes, boolean mayLose, Committer<KafkaCommittable> connector)
    implements Committer<KafkaCommittable> {
  @Override
  public void commit(Collection<CommitRequest<KafkaCommittable>> requests)
      throws IOException, InterruptedException {
    List<CommitRequest<KafkaCommittable>> watched = new ArrayList<>();
    List<LostTransactionException> lost = new ArrayList<>();
    requests.forEach(request -> watched.add(new WatchedRequest(outcomes, request, lost)));
    connector.commit(watched);
    if (!lost.isEmpty() && !mayLose) {
      throw lost.get(0);
    }
  }

  @Override
  public void close() throws Exception {
    connector.close();
  }

  /** Notes that a transaction is lost. */
  private record WatchedRequest(
      TransactionOutcomes outcomes,
      CommitRequest<KafkaCommittable> request,
      List<LostTransactionException> lost)
      implements CommitRequest<KafkaCommittable> {
    @Override
    public KafkaCommittable getCommittable() {
      return request.getCommittable();
    }

    @Override
    public int getNumberOfRetries() {
      return request.getNumberOfRetries();
    }

    @Override
    public void signalFailedWithKnownReason(Throwable reason) {
      try {
        signal(outcomes.of(request.getCommittable()), reason);
      } catch (IOException e) {
        e.addSuppressed(reason);
        request.signalFailedWithUnknownReason(e);
      }
    }

    private void signal(Outcome outcome, Throwable reason) {
      if (outcome == Outcome.COMMITTED) {
        request.signalAlreadyCommitted();
        return;
      }
      String id = request.getCommittable().getTransactionalId();
      lost.add(new LostTransactionException(outcomes.sinkId(), id, outcome, reason));
      request.signalFailedWithKnownReason(reason);
    }

    @Override
    public void signalFailedWithUnknownReason(Throwable reason) {
      if (reason instanceof InvalidPidMappingException) {
        signalFailedWithKnownReason(reason);
      } else {
        request.signalFailedWithUnknownReason(reason);
      }
    }

    @Override
    public void retryLater() {
      request.retryLater();
    }

    @Override
    public void updateAndRetryLater(KafkaCommittable committable) {
      request.updateAndRetryLater(committable);
    }

    @Override
    public void signalAlreadyCommitted() {
      request.signalAlreadyCommitted();
    }
  }
}
