// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Topics of brokers with one node. */
public final class TestingTopics {
  private TestingTopics() {}

  /**
   * Creates a topic, and waits until its partitions have their leader. Of batches that are sent
   * before, a broker may refuse the first and take the second: their producer then never gets the
   * first one in.
   */
  public static void create(Admin admin, String topic, int partitions)
      throws InterruptedException, ExecutionException {
    admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all().get();
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (int partition = 0; partition < partitions; partition++) {
      ends.put(new TopicPartition(topic, partition), OffsetSpec.latest());
    }
    while (!isKnown(admin, ends)) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  /** Whether the broker, which learns of a topic after its controller, can read and write it. */
  private static boolean isKnown(Admin admin, Map<TopicPartition, OffsetSpec> ends)
      throws InterruptedException, ExecutionException {
    try {
      admin.listOffsets(ends).all().get();
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return false;
      }
      throw e;
    }
  }
}
