// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** The Java of {@code docs/operators/correlate.md}. */
class CorrelateExampleTest {
  public record Call(String id, String path, int status, long at) {}

  public record Latency(String path, int status, long millis) {}

  @Test
  void attachesUnderTheUidItIsGiven() {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    DataStream<Call> calls =
        env.fromData(new Call("r-1", "/cart", 0, 0))
            .assignTimestampsAndWatermarks(
                WatermarkStrategy.<Call>forMonotonousTimestamps()
                    .withTimestampAssigner((call, unused) -> call.at()));

    SingleOutputStreamOperator<Latency> latencies =
        Correlate.on(
            calls.keyBy(Call::id),
            Exchange.of(
                call -> call.status() == 0,
                call -> call.status() > 0,
                (asked, answer, millis) -> new Latency(asked.path(), answer.status(), millis)),
            CorrelateOptions.within(Duration.ofSeconds(30)),
            TypeInformation.of(Latency.class),
            "latency");
    DataStream<Unmatched<Call>> unanswered =
        latencies.getSideOutput(Correlate.unmatched(Unmatched.type(calls.getType())));

    assertThat(latencies.getTransformation().getUid()).isEqualTo("latency");
    assertThat(unanswered.getType()).isEqualTo(Unmatched.type(calls.getType()));
  }
}
