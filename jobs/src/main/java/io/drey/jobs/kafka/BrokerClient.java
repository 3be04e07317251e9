// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.kafka;

import io.drey.jobs.yaml.Unknown;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Asks brokers on behalf of a source or sink; what goes wrong is said in words. */
public final class BrokerClient implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 10;
  private static final int MOST_TOPICS = 20;

  private final Admin admin;
  private final BrokerProblems problems;

  private BrokerClient(Admin admin, BrokerProblems problems) {
    this.admin = admin;
    this.problems = problems;
  }

  /**
   * Connects to brokers, at the first question.
   *
   * @param purpose what they are asked for, such as {@code start source 'orders'}
   * @param properties of a client of the source or sink
   * @throws IOException if an address or another property is wrong
   */
  public static BrokerClient open(String purpose, Properties properties) throws IOException {
    Properties client = new Properties();
    client.putAll(properties);
    String millis = String.valueOf(PATIENCE_SECONDS * 1000);
    client.setProperty(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
    client.setProperty(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
    BrokerProblems problems =
        new BrokerProblems(
            purpose,
            properties.getProperty(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, ""),
            PATIENCE_SECONDS);
    try {
      return new BrokerClient(Admin.create(client), problems);
    } catch (KafkaException e) {
      throw problems.explained(e);
    }
  }

  public Admin admin() {
    return admin;
  }

  /**
   * Waits for an answer.
   *
   * @throws IOException if there is none; the message says why
   */
  public <T> T get(KafkaFuture<T> answer) throws IOException {
    try {
      return await(answer);
    } catch (ExecutionException e) {
      throw explained(e);
    }
  }

  /**
   * Waits for an answer that may be refused.
   *
   * @return null if it is, for that reason
   */
  public <T> @Nullable T getUnless(Class<? extends Exception> reason, KafkaFuture<T> answer)
      throws IOException {
    try {
      return await(answer);
    } catch (ExecutionException e) {
      if (reason.isInstance(e.getCause())) {
        return null;
      }
      throw explained(e);
    }
  }

  private static <T> T await(KafkaFuture<T> answer) throws ExecutionException, IOException {
    try {
      return answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    }
  }

  private IOException explained(ExecutionException failure) {
    Throwable cause = failure.getCause();
    return problems.explained(cause == null ? failure : cause);
  }

  /**
   * Checks that topics exist and may be used.
   *
   * @param operation what is done with them
   * @throws IOException if not
   */
  public void checkTopics(Collection<String> topics, AclOperation operation) throws IOException {
    DescribeTopicsOptions options = new DescribeTopicsOptions().includeAuthorizedOperations(true);
    Map<String, KafkaFuture<TopicDescription>> answers =
        admin.describeTopics(topics, options).topicNameValues();
    for (String topic : topics) {
      KafkaFuture<TopicDescription> answer = answers.get(topic);
      TopicDescription found = answer == null ? null : description(topic, operation, answer);
      if (found == null) {
        throw problems.problem(Unknown.message("topic", topic, topics()));
      }
      Set<AclOperation> allowed = found.authorizedOperations();
      if (allowed != null && !allowed.contains(operation)) {
        throw problems.notAuthorized(topic, operation);
      }
    }
  }

  private @Nullable TopicDescription description(
      String topic, AclOperation operation, KafkaFuture<TopicDescription> answer)
      throws IOException {
    try {
      return await(answer);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return null;
      }
      // the failure itself does not always name the topic
      throw e.getCause() instanceof TopicAuthorizationException
          ? problems.notAuthorized(topic, operation)
          : explained(e);
    }
  }

  /** The names of the topics that the client may see; not all if there are many. */
  public List<String> topics() throws IOException {
    List<String> names = new ArrayList<>(new TreeSet<>(get(admin.listTopics().names())));
    return names.size() > MOST_TOPICS ? names.subList(0, MOST_TOPICS) : names;
  }

  /**
   * What a failure of another client is about, in words.
   *
   * @param addresses of its brokers
   */
  public static IOException explained(String purpose, String addresses, Throwable failure) {
    return new BrokerProblems(purpose, addresses, null).explained(failure);
  }

  /** A problem that is not a failure of the client. */
  public IOException problem(String message) {
    return problems.problem(message);
  }

  @Override
  public void close() {
    admin.close();
  }
}
