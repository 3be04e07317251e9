// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package com.acme;

import io.drey.operators.deduplicate.Deduplicate;
import io.drey.operators.deduplicate.DeduplicateOptions;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.OutputTag;

/** The first of each request: a retry within ten minutes of it goes to a side output. */
public final class FirstRequests {
  private static final DeduplicateOptions TEN_MINUTES =
      DeduplicateOptions.within(Duration.ofMinutes(10));

  private FirstRequests() {}

  static SingleOutputStreamOperator<Request> of(DataStream<Request> requests) {
    return Deduplicate.on(requests.keyBy(Request::id), TEN_MINUTES, "first-request");
  }

  static OutputTag<Request> retries(DataStream<Request> firsts) {
    return Deduplicate.duplicates(firsts.getType());
  }

  static DataStream<Request> timed(DataStream<Request> requests) {
    return requests
        .assignTimestampsAndWatermarks(
            WatermarkStrategy.<Request>forBoundedOutOfOrderness(Duration.ofSeconds(5))
                .withTimestampAssigner((request, unused) -> request.time().toEpochMilli()))
        .uid("event-time");
  }

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    Instant noon = Instant.parse("2024-01-15T12:00:00Z");
    DataStream<Request> requests =
        env.fromData(
                new Request("r-101", "alice", 200, noon),
                new Request("r-102", "bob", 503, noon.plusSeconds(1)),
                new Request("r-102", "bob", 200, noon.plusSeconds(2)))
            .uid("requests");

    SingleOutputStreamOperator<Request> firsts = of(timed(requests));
    firsts.print().uid("firsts");
    firsts.getSideOutput(retries(firsts)).print("retry").uid("retries");
    env.execute("first-requests");
  }
}
