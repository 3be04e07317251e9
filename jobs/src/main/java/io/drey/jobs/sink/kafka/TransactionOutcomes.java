// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.kafka;

import io.drey.jobs.kafka.BrokerClient;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Properties;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;

/**
 * What became of transactions. Since version 4, brokers give a producer a new epoch with each
 * commit, and so refuse a job that commits again what it had committed before it failed.
 *
 * @param client the properties of the sink's producers
 */
record TransactionOutcomes(String sinkId, Properties client) implements Serializable {
  /**
   * Whether a transaction has been committed.
   *
   * @throws IOException if brokers do not tell
   */
  boolean isCommitted(KafkaCommittable transaction) throws IOException {
    String id = transaction.getTransactionalId();
    try (BrokerClient brokers =
        BrokerClient.open("commit transactions of sink '" + sinkId + "'", client)) {
      TransactionDescription found =
          brokers.getUnless(
              TransactionalIdNotFoundException.class,
              brokers.admin().describeTransactions(List.of(id)).description(id));
      return found != null
          && found.producerId() == transaction.getProducerId()
          && isEpochOf(transaction, found.producerEpoch())
          && isCommitted(found.state());
    }
  }

  private static boolean isEpochOf(KafkaCommittable transaction, int epoch) {
    return epoch == transaction.getEpoch() || epoch == transaction.getEpoch() + 1;
  }

  private static boolean isCommitted(TransactionState state) {
    return state == TransactionState.COMPLETE_COMMIT || state == TransactionState.PREPARE_COMMIT;
  }
}
