// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.nio.file.Path;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/**
 * The first event of each id, as Flink's documentation recommends. Mini-batches would help it, but
 * turn the append-only result into updates, which the planner refuses for a file sink.
 */
final class DeduplicateInSql {
  private static final String COLUMNS =
      """
      `timestamp` STRING, request_id STRING, `user` STRING, `method` STRING, `path` STRING,
      status INT, `bytes` BIGINT, duration_ms BIGINT, agent STRING
      """;

  private DeduplicateInSql() {}

  public static void main(String[] args) throws Exception {
    Trial trial = Trial.of(args);
    StreamExecutionEnvironment env = LocalFlink.environment(trial);
    StreamTableEnvironment tables = StreamTableEnvironment.create(env);
    run(tables, file(trial.input()), file(trial.output()));
  }

  /** Runs the job between two tables, of which the options of their connectors are given. */
  static void run(StreamTableEnvironment tables, String events, String firsts) throws Exception {
    tables.executeSql(table("events", COLUMNS + ", proctime AS PROCTIME()", events));
    tables.executeSql(table("firsts", COLUMNS, firsts));
    tables
        .executeSql(
            """
            INSERT INTO firsts
            SELECT `timestamp`, request_id, `user`, `method`, `path`, status, `bytes`,
              duration_ms, agent
            FROM (
              SELECT *, ROW_NUMBER() OVER (PARTITION BY request_id ORDER BY proctime) AS n
              FROM events)
            WHERE n = 1
            """)
        .await();
  }

  private static String file(Path path) {
    return "'connector' = 'filesystem', 'path' = '%s', 'format' = 'json'".formatted(path.toUri());
  }

  private static String table(String name, String columns, String options) {
    return "CREATE TABLE %s (%s) WITH (%s)".formatted(name, columns, options);
  }
}
