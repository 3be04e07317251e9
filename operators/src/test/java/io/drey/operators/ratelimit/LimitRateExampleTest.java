// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** The Java of {@code docs/operators/rate-limit.md}. */
class LimitRateExampleTest {
  public record Login(String user, long at) {}

  @Test
  void attachesUnderTheUidItIsGiven() {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    DataStream<Login> failed =
        env.fromData(new Login("alice", 0))
            .assignTimestampsAndWatermarks(
                WatermarkStrategy.<Login>forMonotonousTimestamps()
                    .withTimestampAssigner((login, unused) -> login.at()));

    SingleOutputStreamOperator<Login> within =
        LimitRate.on(
            failed.keyBy(Login::user),
            RateLimitOptions.slidingWindow(3, Duration.ofMinutes(1)),
            "few-failures");
    DataStream<Login> beyond = within.getSideOutput(LimitRate.limited(within.getType()));

    assertThat(within.getTransformation().getUid()).isEqualTo("few-failures");
    assertThat(beyond.getType()).isEqualTo(failed.getType());
  }
}
