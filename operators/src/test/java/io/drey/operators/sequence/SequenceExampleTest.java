// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** The Java of {@code docs/operators/sequence.md} and of {@code count.md}. */
class SequenceExampleTest {
  public record Order(String shop, long amount) {}

  @Test
  void attachesUnderTheUidItIsGiven() {
    DataStream<Order> orders =
        StreamExecutionEnvironment.getExecutionEnvironment().fromData(new Order("north", 5));

    SingleOutputStreamOperator<String> numbered =
        Sequence.on(
            orders.keyBy(Order::shop),
            (order, number) -> order.shop() + "-" + number,
            SequenceOptions.from(1000),
            Types.STRING,
            "order-number");

    assertThat(numbered.getTransformation().getUid()).isEqualTo("order-number");
    assertThat(numbered.getType()).isEqualTo(Types.STRING);
  }
}
