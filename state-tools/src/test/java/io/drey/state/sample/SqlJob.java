// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.bridge.java.StreamStatementSet;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;

/** A job of Flink SQL: a group, the last of each key, a join, and windows. */
public final class SqlJob {
  private static final TypeInformation<Row> EVENT =
      Types.ROW_NAMED(
          new String[] {"name", "amount", "price", "tags", "at"},
          Types.STRING,
          Types.LONG,
          Types.BIG_DEC,
          Types.OBJECT_ARRAY(Types.STRING),
          Types.INSTANT);

  private static final List<String> QUERIES =
      List.of(
          "SELECT name, COUNT(*), SUM(amount), MAX(price) FROM events GROUP BY name",
          "SELECT name, amount, price, tags, `at` FROM (SELECT *, ROW_NUMBER() OVER"
              + " (PARTITION BY name ORDER BY `at` DESC) AS n FROM events) WHERE n = 1",
          "SELECT a.name, b.price FROM events a JOIN events b ON a.amount = b.amount + 1",
          "SELECT name, window_start, SUM(amount) FROM TABLE(TUMBLE(TABLE events,"
              + " DESCRIPTOR(`at`), INTERVAL '1' HOUR)) GROUP BY name, window_start, window_end");

  private static final List<String> SINKS =
      List.of(
          sink(0, "name STRING, n BIGINT, amount BIGINT, price DECIMAL(10, 2)"),
          sink(
              1,
              "name STRING, amount BIGINT, price DECIMAL(10, 2), tags ARRAY<STRING>,"
                  + " `at` TIMESTAMP_LTZ(3)"),
          sink(2, "name STRING, price DECIMAL(10, 2)"),
          sink(3, "name STRING, `from` TIMESTAMP(3), amount BIGINT"));

  private SqlJob() {}

  private static String sink(int number, String columns) {
    return "CREATE TABLE sink" + number + " (" + columns + ") WITH ('connector'='blackhole')";
  }

  /** Builds the job. */
  @SuppressWarnings("deprecation") // see EmitOnce
  public static void build(StreamExecutionEnvironment environment) {
    DataStream<Row> events =
        environment
            .addSource(new EmitOnce(0, 0), Types.LONG)
            .union(environment.addSource(new EmitOnce(3, 0), Types.LONG))
            .map(SqlJob::event)
            .returns(EVENT);
    StreamTableEnvironment tables = StreamTableEnvironment.create(environment);
    Schema schema =
        Schema.newBuilder()
            .column("name", "STRING")
            .column("amount", "BIGINT")
            .column("price", "DECIMAL(10, 2)")
            .column("tags", "ARRAY<STRING>")
            .column("at", "TIMESTAMP_LTZ(3)")
            .watermark("at", "SOURCE_WATERMARK()")
            .build();
    tables.createTemporaryView("events", events, schema);
    StreamStatementSet statements = tables.createStatementSet();
    for (int i = 0; i < QUERIES.size(); i++) {
      tables.executeSql(SINKS.get(i));
      statements.addInsertSql("INSERT INTO sink" + i + " " + QUERIES.get(i));
    }
    statements.attachAsDataStream();
  }

  private static Row event(long i) {
    String name = i == 1 ? "b" : "a";
    String[] tags = {"tag-" + i, null};
    return Row.of(name, i, BigDecimal.valueOf(i, 2), tags, Instant.ofEpochSecond(i));
  }
}
