// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** The Java of {@code docs/operators/batch.md}. */
class BatchExampleTest {
  public record Order(String shop, long at) {}

  @Test
  void attachesUnderTheUidItIsGiven() {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    DataStream<Order> orders =
        env.fromData(new Order("north", 0))
            .assignTimestampsAndWatermarks(
                WatermarkStrategy.<Order>forMonotonousTimestamps()
                    .withTimestampAssigner((order, unused) -> order.at()));

    SingleOutputStreamOperator<BatchOf<Order>> batches =
        Batch.on(
            orders.keyBy(Order::shop),
            BatchOptions.ofSize(100).withTimeout(Duration.ofSeconds(5)),
            "orders-by-shop");

    assertThat(batches.getTransformation().getUid()).isEqualTo("orders-by-shop");
    assertThat(batches.getType()).isEqualTo(BatchOf.type(orders.getType()));
  }
}
