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
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;

/**
 * What became of transactions. Since version 4, brokers give a producer a new epoch with each
 * commit, and so refuse a job that commits again what it had committed before it failed.
 *
 * @param client the properties of the sink's producers
 */
record TransactionOutcomes(String sinkId, Properties client) implements Serializable {
  /**
   * What became of a transaction.
   *
   * @throws IOException if brokers do not tell
   */
  Outcome of(KafkaCommittable transaction) throws IOException {
    String id = transaction.getTransactionalId();
    try (BrokerClient brokers =
        BrokerClient.open("commit transactions of sink '" + sinkId + "'", client)) {
      TransactionDescription found =
          brokers.getUnless(
              TransactionalIdNotFoundException.class,
              brokers.admin().describeTransactions(List.of(id)).description(id));
      if (found == null) {
        return Outcome.FORGOTTEN;
      }
      return isOf(transaction, found) && isCommitted(found.state())
          ? Outcome.COMMITTED
          : Outcome.LOST;
    }
  }

  /** Why the transactions of a writer cannot be begun, in words. */
  IOException explained(KafkaException failure) {
    String addresses = client.getProperty("bootstrap.servers");
    return BrokerClient.explained("start sink '" + sinkId + "'", addresses, failure);
  }

  private static boolean isOf(KafkaCommittable transaction, TransactionDescription found) {
    return found.producerId() == transaction.getProducerId()
        && isEpochOf(transaction, found.producerEpoch());
  }

  private static boolean isEpochOf(KafkaCommittable transaction, int epoch) {
    return epoch == transaction.getEpoch() || epoch == transaction.getEpoch() + 1;
  }

  private static boolean isCommitted(TransactionState state) {
    return state == TransactionState.COMPLETE_COMMIT || state == TransactionState.PREPARE_COMMIT;
  }
}
