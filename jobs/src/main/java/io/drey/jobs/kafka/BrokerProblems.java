// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.kafka;

import java.io.IOException;
import java.util.Locale;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * Says in words what goes wrong between a source or sink and its brokers.
 *
 * @param purpose what cannot be done then, such as {@code start source 'orders'}
 * @param addresses of the brokers
 * @param patience how long an answer may take, in seconds; null if the client has said that itself
 */
record BrokerProblems(String purpose, String addresses, @Nullable Integer patience) {
  IOException problem(String message) {
    return new IOException("Cannot " + purpose + ": " + message);
  }

  IOException notAuthorized(String topic, AclOperation operation) {
    return problem(
        "not authorized for topic '"
            + topic
            + "' (it takes the operation "
            + operation.name().toLowerCase(Locale.ROOT)
            + ")");
  }

  /** The failure of a client, in words; it is the cause unless the words say all. */
  IOException explained(Throwable failure) {
    String message = "Cannot " + purpose + ": " + reason(failure);
    if (failure instanceof TimeoutException || failure instanceof AuthorizationException) {
      IOException all = new IOException(message);
      all.addSuppressed(failure);
      return all;
    }
    return new IOException(message, failure);
  }

  private String reason(Throwable failure) {
    if (failure instanceof TimeoutException) {
      String within = patience == null ? "" : " within " + patience + " s";
      return "no answer from the brokers at " + addresses + within;
    }
    if (failure instanceof UnknownTopicOrPartitionException) {
      return "the brokers at " + addresses + " do not have all of its topics";
    }
    if (failure instanceof AuthenticationException) {
      return "the brokers at " + addresses + " refuse the login: " + failure.getMessage();
    }
    if (failure instanceof AuthorizationException) {
      return notAllowed(failure);
    }
    Throwable cause = failure.getCause();
    if (failure instanceof KafkaException && cause instanceof KafkaException) {
      return reason(cause);
    }
    if (failure instanceof ConfigException
        && String.valueOf(failure.getMessage()).contains("resolvable bootstrap")) {
      return "no host of the brokers at " + addresses + " is known";
    }
    return String.valueOf(failure.getMessage());
  }

  private static String notAllowed(Throwable failure) {
    if (failure instanceof TopicAuthorizationException topics) {
      return "not authorized for topic '" + String.join("', '", topics.unauthorizedTopics()) + "'";
    }
    if (failure instanceof GroupAuthorizationException group) {
      return "not authorized for group '" + group.groupId() + "'";
    }
    return failure instanceof TransactionalIdAuthorizationException
        ? "not authorized for its transactional ids"
        : "not authorized: " + failure.getMessage();
  }
}
