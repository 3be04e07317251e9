// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sessionize;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** The Java of {@code docs/operators/sessionize.md}. */
class SessionizeExampleTest {
  public record View(String user, String page, long at) {}

  @Test
  void attachesUnderTheUidItIsGiven() {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    DataStream<View> views =
        env.fromData(new View("alice", "/cart", 0))
            .assignTimestampsAndWatermarks(
                WatermarkStrategy.<View>forMonotonousTimestamps()
                    .withTimestampAssigner((view, unused) -> view.at()));

    SingleOutputStreamOperator<Session<String, View>> visits =
        Sessionize.on(
            views.keyBy(View::user),
            SessionizeOptions.withGap(Duration.ofMinutes(30)),
            SessionFunctions.<View>anyEvent().endingAt(view -> view.page().equals("/logout")),
            "visits");

    assertThat(visits.getTransformation().getUid()).isEqualTo("visits");
    assertThat(visits.getType()).isEqualTo(Session.type(Types.STRING, views.getType()));
  }
}
