// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import com.fasterxml.jackson.databind.node.TextNode;
import io.drey.operators.kv.KvOptions;
import io.drey.operators.kv.KvStore;
import io.drey.operators.kv.command.Command;
import io.drey.operators.rule.KeyedSettings;
import java.time.Duration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.bridge.java.StreamStatementSet;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.util.Collector;

/**
 * Orders in a pattern, in a join of SQL and in a key-value store: as keys, in values, as keys of
 * maps and in the namespaces of timers.
 */
public final class PersonJob {
  private static final int STEPS = 6;

  private PersonJob() {}

  /** Builds the job. */
  public static void build(StreamExecutionEnvironment environment) {
    build(CepJob.steps(environment, STEPS));
  }

  /** Builds the same job over no events. */
  public static void buildQuiet(StreamExecutionEnvironment environment) {
    build(CepJob.steps(environment, 0));
  }

  private static void build(DataStream<OrderStep> steps) {
    CepJob.shipments(steps);
    store(steps);
    join(steps);
  }

  private static void store(DataStream<OrderStep> steps) {
    DataStream<Command> commands =
        steps.flatMap(PersonJob::commands).returns(Command.TYPE).uid("commands");
    KvOptions options =
        KvOptions.expiring(Duration.ofDays(30)).with(KeyedSettings.EVENT_TIME.withMaxKeys(100));
    KvStore.on(commands, options, "store").changes().sinkTo(new DiscardingSink<>());
  }

  private static void commands(OrderStep step, Collector<Command> out) {
    out.collect(Command.set("orders", step.order, TextNode.valueOf(step.step)));
    out.collect(Command.set(step.order, "step", TextNode.valueOf(step.step)));
  }

  private static void join(DataStream<OrderStep> steps) {
    StreamTableEnvironment tables = StreamTableEnvironment.create(steps.getExecutionEnvironment());
    tables.createTemporaryView(
        "steps",
        steps,
        Schema.newBuilder()
            .column("order", "STRING")
            .column("step", "STRING")
            .column("at", "BIGINT")
            .build());
    tables.executeSql(
        "CREATE TABLE pairs (first_order STRING, second_order STRING) WITH ('connector'='blackhole')");
    StreamStatementSet statements = tables.createStatementSet();
    statements.addInsertSql(
        "INSERT INTO pairs SELECT a.`order`, b.`order` FROM steps a JOIN steps b ON a.step = b.step"
            + " WHERE a.`order` < b.`order`");
    statements.attachAsDataStream();
  }
}
