// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The job on a cluster in this JVM. */
class FirstRequestsTest {
  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00Z");

  @Test
  void passesTheFirstOfEachRequest() throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.setParallelism(2);
    Request first = new Request("r-1", "bob", 503, NOON);
    Request retry = new Request("r-1", "bob", 200, NOON.plusSeconds(1));
    Request later = new Request("r-1", "bob", 200, NOON.plusSeconds(600));
    DataStream<Request> requests = FirstRequests.timed(env.fromData(first, retry, later));

    SingleOutputStreamOperator<Request> firsts = FirstRequests.of(requests);

    assertEquals(List.of(first, later), firsts.executeAndCollect(10));
  }
}
