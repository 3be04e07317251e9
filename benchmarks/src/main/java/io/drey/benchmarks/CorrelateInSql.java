// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.nio.file.Path;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/** Each response with its request of the 30 seconds before, by an interval join. */
final class CorrelateInSql {
  private static final String RESPONSE =
      """
      `at` BIGINT, event_type STRING, request_id STRING, status INT, `bytes` BIGINT,
      server STRING, cache STRING, trace STRING,
      """;
  private static final String REQUEST =
      """
      `user` STRING, `method` STRING, `path` STRING, agent STRING,
      """;

  private CorrelateInSql() {}

  public static void main(String[] args) throws Exception {
    Trial trial = Trial.of(args);
    StreamExecutionEnvironment env = LocalFlink.environment(trial);
    StreamTableEnvironment tables = StreamTableEnvironment.create(env);
    String time = "ts AS TO_TIMESTAMP_LTZ(`at`, 3), WATERMARK FOR ts AS ts - INTERVAL '5' SECOND";
    tables.executeSql(table("events", RESPONSE + REQUEST + time, trial.input()));
    tables.executeSql(table("pairs", RESPONSE + REQUEST + "duration_ms BIGINT", trial.output()));
    tables
        .executeSql(
            """
            INSERT INTO pairs
            SELECT a.`at`, a.event_type, a.request_id, a.status, a.`bytes`, a.server, a.cache,
              a.trace, q.`user`, q.`method`, q.`path`, q.agent, a.`at` - q.`at`
            FROM (SELECT * FROM events WHERE event_type = 'request') q
            JOIN (SELECT * FROM events WHERE event_type = 'response') a
              ON a.request_id = q.request_id
              AND a.ts BETWEEN q.ts AND q.ts + INTERVAL '30' SECOND
            """)
        .await();
  }

  private static String table(String name, String columns, Path path) {
    return "CREATE TABLE %s (%s) WITH ('connector' = 'filesystem', 'path' = '%s', 'format' = 'json')"
        .formatted(name, columns, path.toUri());
  }
}
