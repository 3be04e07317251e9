// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.kafka;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;

/**
 * Commits transactions, and fails where one cannot be committed: the connector counts it, and goes
 * on without the data.
 */
record LosslessCommitter(TransactionOutcomes outcomes, Committer<KafkaCommittable> connector)
    implements Committer<KafkaCommittable> {
  @Override
  public void commit(Collection<CommitRequest<KafkaCommittable>> requests)
      throws IOException, InterruptedException {
    List<CommitRequest<KafkaCommittable>> watched = new ArrayList<>();
    List<LostTransactionException> lost = new ArrayList<>();
    requests.forEach(request -> watched.add(new WatchedRequest(outcomes, request, lost)));
    connector.commit(watched);
    if (!lost.isEmpty()) {
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
      KafkaCommittable transaction = request.getCommittable();
      try {
        if (outcomes.isCommitted(transaction)) {
          request.signalAlreadyCommitted();
          return;
        }
      } catch (IOException e) {
        e.addSuppressed(reason);
        request.signalFailedWithUnknownReason(e);
        return;
      }
      lost.add(
          new LostTransactionException(
              outcomes.sinkId(), transaction.getTransactionalId(), reason));
      request.signalFailedWithKnownReason(reason);
    }

    @Override
    public void signalFailedWithUnknownReason(Throwable reason) {
      request.signalFailedWithUnknownReason(reason);
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
