// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** The Java of {@code docs/operators/script.md}. */
class ScriptExampleTest {
  public record Login(String user, long at) {}

  @Test
  void attachesUnderTheUidItIsGiven() {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    DataStream<Login> logins =
        env.fromData(new Login("alice", 0))
            .assignTimestampsAndWatermarks(
                WatermarkStrategy.<Login>forMonotonousTimestamps()
                    .withTimestampAssigner((login, unused) -> login.at()));

    Program<String, Login, String> counting =
        Program.of(
            (login, scope) -> {
              String before = scope.state().get("logins");
              long count = before == null ? 1 : Long.parseLong(before) + 1;
              scope.state().put("logins", Long.toString(count));
              scope.emit(login.user() + " " + count);
            });
    SingleOutputStreamOperator<String> counted =
        Script.on(
            logins.keyBy(Login::user),
            counting,
            ScriptOptions.expiring(Duration.ofDays(30)),
            Types.STRING,
            "count-logins");

    assertThat(counted.getTransformation().getUid()).isEqualTo("count-logins");
    assertThat(counted.getType()).isEqualTo(Types.STRING);
  }
}
