// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The Java of {@code docs/operators/aggregate.md}. */
class AggregateExampleTest {
  public record Order(String shop, BigDecimal price, long at) {}

  public record Reading(String sensor, String state, BigDecimal degrees) {}

  public record Phase(String sensor, @Nullable String state, @Nullable BigDecimal highest) {}

  public record Revenue(String shop, @Nullable Long orders, @Nullable BigDecimal revenue) {}

  @Test
  void attachesUnderTheUidItIsGiven() {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    DataStream<Order> placed =
        env.fromData(new Order("north", BigDecimal.TEN, 0))
            .assignTimestampsAndWatermarks(
                WatermarkStrategy.<Order>forMonotonousTimestamps()
                    .withTimestampAssigner((order, unused) -> order.at()));

    Measure<Order, Long> orders = Measure.count("orders");
    Measure<Order, BigDecimal> revenue = Measure.sum("revenue", Order::price);
    Aggregated<Order, Revenue> hourly =
        Aggregate.on(
            placed,
            Order::shop,
            Types.STRING,
            List.of(orders, revenue),
            AggregateOptions.every(Duration.ofHours(1)),
            (shop, hour, results) -> new Revenue(shop, results.of(orders), results.of(revenue)),
            TypeInformation.of(Revenue.class),
            "hourly-revenue");
    DataStream<Order> late = hourly.late();

    assertThat(hourly.results().getTransformation().getUid()).isEqualTo("hourly-revenue");
    assertThat(late.getType()).isEqualTo(placed.getType());
  }

  @Test
  void attachesSpansUnderTheUidTheyAreGiven() {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    DataStream<Reading> readings = env.fromData(new Reading("s1", "on", BigDecimal.ONE));

    Measure<Reading, BigDecimal> highest = Measure.max("highest", Reading::degrees);
    SingleOutputStreamOperator<Phase> phases =
        AggregateSpans.on(
            readings.keyBy(Reading::sensor),
            List.of(highest),
            SpanOptions.whileSame(Reading::state),
            (sensor, span, results) -> new Phase(sensor, span.value(), results.of(highest)),
            TypeInformation.of(Phase.class),
            "phases");

    assertThat(phases.getTransformation().getUid()).isEqualTo("phases");
  }
}
