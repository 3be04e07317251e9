// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.kafka;

import io.drey.jobs.kafka.BrokerClient;
import io.drey.jobs.kafka.ClientProperties;
import io.drey.jobs.sink.SinkContext;
import io.drey.jobs.text.DurationText;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;

/** Checks, before a job starts, that a sink can write to its topic. */
record TopicCheck(TopicSink sink, SinkContext context) {
  private static final String LONGEST_TIMEOUT = "transaction.max.timeout.ms";
  private static final int MOST_SHOWN = 3;

  /** Those that are neither committed nor aborted. */
  private static final Set<TransactionState> OPEN =
      Set.of(
          TransactionState.ONGOING,
          TransactionState.PREPARE_COMMIT,
          TransactionState.PREPARE_ABORT,
          TransactionState.PREPARE_EPOCH_FENCE);

  /**
   * Asks the brokers.
   *
   * @throws IOException if they do not answer, or the sink would fail
   */
  void check() throws IOException {
    try (BrokerClient client =
        BrokerClient.open(
            "start sink '" + context.id() + "'",
            ClientProperties.of(sink.brokers(), sink.properties()))) {
      client.checkTopics(sink.allTopics(), AclOperation.WRITE);
      if (sink.isExactlyOnce(context)) {
        checkTimeout(client);
        if (!context.restored()) {
          checkOpenTransactions(client);
        }
      }
    }
  }

  private void checkTimeout(BrokerClient client) throws IOException {
    Collection<Node> nodes = client.get(client.admin().describeCluster().nodes());
    String node = nodes.iterator().next().idString();
    ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, node);
    Map<ConfigResource, Config> configs =
        client.getUnless(
            AuthorizationException.class, client.admin().describeConfigs(List.of(broker)).all());
    // Who may not look finds out when the job starts.
    Config config = configs == null ? null : configs.get(broker);
    ConfigEntry longest = config == null ? null : config.get(LONGEST_TIMEOUT);
    if (longest == null || longest.value() == null) {
      return;
    }
    Duration most = Duration.ofMillis(Long.parseLong(longest.value()));
    if (sink.transactionTimeout().compareTo(most) > 0) {
      throw client.problem(
          "Invalid transaction-timeout: must be at most "
              + DurationText.of(most)
              + ", which is "
              + LONGEST_TIMEOUT
              + " of broker "
              + node
              + ", but was "
              + DurationText.of(sink.transactionTimeout()));
    }
  }

  /** A job that starts anew would abort them. */
  private void checkOpenTransactions(BrokerClient client) throws IOException {
    String prefix = sink.prefix(context);
    Pattern own = Pattern.compile(Pattern.quote(prefix) + "-\\d+-\\d+");
    ListTransactionsOptions open = new ListTransactionsOptions().filterStates(OPEN);
    List<String> ids =
        client.get(client.admin().listTransactions(open).all()).stream()
            .map(listing -> listing.transactionalId())
            .filter(own.asMatchPredicate())
            .sorted()
            .toList();
    if (ids.isEmpty()) {
      return;
    }
    if (!context.takesOver()) {
      throw client.problem(
          "transactions with its prefix '"
              + prefix
              + "' are open ("
              + shown(ids)
              + "): another job uses it, or one died less than its transaction-timeout ago"
              + " (--take-over aborts them)");
    }
    client.get(client.admin().fenceProducers(ids).all());
  }

  private static String shown(List<String> ids) {
    return ids.size() <= MOST_SHOWN
        ? String.join(", ", ids)
        : String.join(", ", ids.subList(0, MOST_SHOWN)) + ", …";
  }
}
