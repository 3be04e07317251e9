// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** The Java of {@code docs/operators/state-machine.md}. */
class StateMachineExampleTest {
  public record Signal(String door, String action, long at) {}

  @Test
  void attachesUnderTheUidItIsGiven() {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    DataStream<Signal> signals =
        env.fromData(new Signal("front", "open", 0))
            .assignTimestampsAndWatermarks(
                WatermarkStrategy.<Signal>forMonotonousTimestamps()
                    .withTimestampAssigner((signal, unused) -> signal.at()));

    StateMachineDefinition door =
        StateMachineDefinition.startingIn("CLOSED")
            .when("CLOSED", "open", "OPEN")
            .when("OPEN", "close", "CLOSED")
            .timeout("OPEN", Duration.ofMinutes(5), "CLOSED")
            .build();
    SingleOutputStreamOperator<Transition<Signal>> seen =
        StateMachine.on(
            signals.keyBy(Signal::door), Signal::action, StateMachineOptions.of(door), "doors");
    DataStream<Transition<Signal>> forced =
        seen.getSideOutput(StateMachine.violations(seen.getType()));
    DataStream<StateTimeout<String>> leftOpen =
        seen.getSideOutput(StateMachine.timeouts(StateTimeout.type(Types.STRING)));

    assertThat(seen.getTransformation().getUid()).isEqualTo("doors");
    assertThat(forced.getType()).isEqualTo(Transition.type(TypeInformation.of(Signal.class)));
    assertThat(leftOpen.getType()).isEqualTo(StateTimeout.type(Types.STRING));
  }
}
