// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.bridge.java.StreamStatementSet;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/**
 * Orders that are placed, paid and shipped: one has all of it behind it, one waits to be shipped
 * and one to be paid.
 */
public final class CepJob {
  private static final TemporaryDirectories DIRECTORIES = new TemporaryDirectories();
  private static final long NINE = Instant.parse("2024-01-15T09:00:00Z").toEpochMilli();
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  private static final List<OrderStep> STEPS =
      List.of(
          new OrderStep("o-1", "placed", NINE),
          new OrderStep("o-2", "placed", NINE + MINUTE),
          new OrderStep("o-1", "paid", NINE + 2 * MINUTE),
          new OrderStep("o-3", "placed", NINE + 3 * MINUTE),
          new OrderStep("o-2", "paid", NINE + 4 * MINUTE),
          new OrderStep("o-2", "shipped", NINE + 5 * MINUTE));

  private CepJob() {}

  /** Takes a savepoint of the job that uses CEP; returns its directory. */
  public static Path ofCep(String backend, SavepointFormatType format) throws Exception {
    return TestingCluster.savepoint(
        settings(backend), CepJob::buildCep, format, DIRECTORIES.make());
  }

  /** Takes a savepoint of the job that uses MATCH_RECOGNIZE; returns its directory. */
  public static Path ofSql() throws Exception {
    return TestingCluster.savepoint(
        settings("rocksdb"), CepJob::buildSql, SavepointFormatType.CANONICAL, DIRECTORIES.make());
  }

  private static Map<String, String> settings(String backend) {
    return Map.of(
        "state.backend.type", backend,
        "parallelism.default", "1",
        "pipeline.max-parallelism", "16");
  }

  private static DataStream<OrderStep> steps(StreamExecutionEnvironment environment) {
    return steps(environment, STEPS.size());
  }

  /** The first steps of the orders. */
  @SuppressWarnings("deprecation") // see EmitOnce
  static DataStream<OrderStep> steps(StreamExecutionEnvironment environment, int count) {
    return environment
        .addSource(new EmitOnce(count, 0), Types.LONG)
        .uid("numbers")
        .union(environment.addSource(new EmitOnce(0, 0), Types.LONG).uid("none"))
        .map(i -> STEPS.get(i.intValue()))
        .returns(OrderStep.class)
        .assignTimestampsAndWatermarks(
            WatermarkStrategy.<OrderStep>forGenerator(context -> new EachTime())
                .withTimestampAssigner((step, before) -> step.at));
  }

  private static void buildCep(StreamExecutionEnvironment environment) {
    shipments(steps(environment));
  }

  /** Finds shipments by a pattern. */
  static void shipments(DataStream<OrderStep> steps) {
    Pattern<OrderStep, ?> pattern =
        Pattern.<OrderStep>begin("placed")
            .where(SimpleCondition.of(step -> step.step.equals("placed")))
            .followedBy("paid")
            .where(SimpleCondition.of(step -> step.step.equals("paid")))
            .followedBy("shipped")
            .where(SimpleCondition.of(step -> step.step.equals("shipped")))
            .within(Duration.ofDays(30));
    CEP.pattern(steps.keyBy(step -> step.order, Types.STRING), pattern)
        .select(match -> match.get("shipped").get(0).order)
        .returns(Types.STRING)
        .uid("shipments")
        .name("Shipments")
        .sinkTo(new DiscardingSink<>());
  }

  private static void buildSql(StreamExecutionEnvironment environment) {
    StreamTableEnvironment tables = StreamTableEnvironment.create(environment);
    tables.createTemporaryView(
        "steps",
        steps(environment),
        Schema.newBuilder()
            .column("order", "STRING")
            .column("step", "STRING")
            .column("at", "BIGINT")
            .columnByMetadata("rowtime", "TIMESTAMP_LTZ(3)")
            .watermark("rowtime", "SOURCE_WATERMARK()")
            .build());
    tables.executeSql(
        "CREATE TABLE shipments (`order` STRING, since BIGINT) WITH ('connector'='blackhole')");
    StreamStatementSet statements = tables.createStatementSet();
    statements.addInsertSql(
        "INSERT INTO shipments SELECT `order`, since FROM steps MATCH_RECOGNIZE ("
            + " PARTITION BY `order` ORDER BY rowtime MEASURES PLACED.`at` AS since"
            + " PATTERN (PLACED PAID SHIPPED) WITHIN INTERVAL '30' DAY"
            + " DEFINE PLACED AS step = 'placed', PAID AS step = 'paid',"
            + " SHIPPED AS step = 'shipped')");
    statements.attachAsDataStream();
  }

  /** Emits a watermark after each event, so that the event is worked on before any snapshot. */
  private static final class EachTime implements WatermarkGenerator<OrderStep> {
    @Override
    public void onEvent(OrderStep step, long timestamp, WatermarkOutput output) {
      output.emitWatermark(new Watermark(timestamp));
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {}
  }
}
