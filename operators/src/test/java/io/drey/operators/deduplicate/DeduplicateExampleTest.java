// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.deduplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** The Java of {@code docs/operators/deduplicate.md}. */
class DeduplicateExampleTest {
  public record Login(String user, long at) {}

  @Test
  void attachesUnderTheUidItIsGiven() {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    DataStream<Login> logins =
        env.fromData(new Login("alice", 0))
            .assignTimestampsAndWatermarks(
                WatermarkStrategy.<Login>forMonotonousTimestamps()
                    .withTimestampAssigner((login, unused) -> login.at()));

    SingleOutputStreamOperator<Login> firsts =
        Deduplicate.on(
            logins.keyBy(Login::user),
            DeduplicateOptions.within(Duration.ofMinutes(10)),
            "first-login");
    DataStream<Login> repeated = firsts.getSideOutput(Deduplicate.duplicates(firsts.getType()));

    assertThat(firsts.getTransformation().getUid()).isEqualTo("first-login");
    assertThat(repeated.getType()).isEqualTo(logins.getType());
  }
}
