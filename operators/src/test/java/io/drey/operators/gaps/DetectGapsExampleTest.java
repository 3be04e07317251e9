// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.rule.KeyedSettings;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** The Java of {@code docs/operators/detect-gaps.md}. */
class DetectGapsExampleTest {
  public record Reading(String device, long number) {}

  @Test
  void attachesUnderTheUidItIsGiven() {
    DataStream<Reading> received =
        StreamExecutionEnvironment.getExecutionEnvironment().fromData(new Reading("d-1", 1));

    SingleOutputStreamOperator<Reading> readings =
        DetectGaps.on(
            received.keyBy(Reading::device),
            Reading::number,
            KeyedSettings.EVENT_TIME,
            "lost-readings");
    DataStream<Gap<String>> lost = readings.getSideOutput(DetectGaps.gaps(Gap.type(Types.STRING)));

    assertThat(readings.getTransformation().getUid()).isEqualTo("lost-readings");
    assertThat(lost.getType()).isEqualTo(Gap.type(Types.STRING));
  }
}
