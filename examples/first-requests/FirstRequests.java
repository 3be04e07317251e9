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

/**
 * The first of each request: a retry within ten minutes of it is printed as such.
 *
 * <pre>
 * javac -cp 'dist/lib/*' -d out/classes examples/first-requests/FirstRequests.java
 * java -cp 'dist/lib/*:out/classes' com.acme.FirstRequests
 * </pre>
 */
public final class FirstRequests {
  public record Request(String id, String user, Instant time) {}

  private FirstRequests() {}

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.setParallelism(1);
    DataStream<Request> requests =
        env.fromData(
                new Request("r-101", "alice", Instant.parse("2024-01-15T10:00:00.120Z")),
                new Request("r-102", "bob", Instant.parse("2024-01-15T10:00:00.480Z")),
                new Request("r-102", "bob", Instant.parse("2024-01-15T10:00:01.480Z")),
                new Request("r-102", "bob", Instant.parse("2024-01-15T10:10:00.480Z")))
            .assignTimestampsAndWatermarks(
                WatermarkStrategy.<Request>forBoundedOutOfOrderness(Duration.ofSeconds(5))
                    .withTimestampAssigner((request, unused) -> request.time().toEpochMilli()));

    DeduplicateOptions tenMinutes = DeduplicateOptions.within(Duration.ofMinutes(10));
    SingleOutputStreamOperator<Request> firsts =
        Deduplicate.on(requests.keyBy(Request::id), tenMinutes, "first-request");
    DataStream<Request> retries = firsts.getSideOutput(Deduplicate.duplicates(firsts.getType()));

    firsts.print();
    retries.print("retry");
    env.execute("first-requests");
  }
}
