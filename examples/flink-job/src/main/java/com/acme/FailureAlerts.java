// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package com.acme;

import java.time.Instant;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Alerts about users whose requests fail, not counting retries. */
public final class FailureAlerts {
  private FailureAlerts() {}

  static SingleOutputStreamOperator<Alert> of(DataStream<Request> requests) {
    return FirstRequests.of(requests)
        .keyBy(Request::user)
        .process(new CountFailures())
        .name("count-failures")
        .uid("count-failures");
  }

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    Instant noon = Instant.parse("2024-01-15T12:00:00Z");
    DataStream<Request> requests =
        env.fromData(
                new Request("r-1", "bob", 503, noon),
                new Request("r-1", "bob", 503, noon.plusSeconds(1)),
                new Request("r-2", "bob", 503, noon.plusSeconds(2)),
                new Request("r-3", "bob", 500, noon.plusSeconds(3)))
            .uid("requests");

    of(FirstRequests.timed(requests)).print().uid("alerts");
    env.execute("failure-alerts");
  }
}
