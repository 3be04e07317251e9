// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.nio.file.Path;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/**
 * The last packet of each connection that opens and closes by the rules. A pattern cannot skip
 * rows, so DATA and ACK are part of it; in order of arrival, since sorting by time would only be
 * slower.
 */
final class StateMachineInSql {
  private static final String COLUMNS =
      """
      `timestamp` STRING, conn_id STRING, event STRING, src STRING, dst STRING, len INT,
      `window` INT, ttl INT, interface STRING, sensor STRING
      """;

  private StateMachineInSql() {}

  public static void main(String[] args) throws Exception {
    Trial trial = Trial.of(args);
    StreamExecutionEnvironment env = LocalFlink.environment(trial);
    StreamTableEnvironment tables = StreamTableEnvironment.create(env);
    tables.executeSql(table("packets", COLUMNS + ", proctime AS PROCTIME()", trial.input()));
    tables.executeSql(
        table("closed", "conn_id STRING, `timestamp` STRING, src STRING", trial.output()));
    tables
        .executeSql(
            """
            INSERT INTO closed
            SELECT * FROM packets MATCH_RECOGNIZE (
              PARTITION BY conn_id
              ORDER BY proctime
              MEASURES CLOSING.`timestamp` AS `timestamp`, CLOSING.src AS src
              ONE ROW PER MATCH
              AFTER MATCH SKIP PAST LAST ROW
              PATTERN (OPENING+ ANSWER TALK* LEAVING CLOSING)
              DEFINE
                OPENING AS event = 'SYN',
                ANSWER AS event = 'SYN_ACK',
                TALK AS event = 'DATA' OR event = 'ACK',
                LEAVING AS event = 'FIN',
                CLOSING AS event = 'FIN')
            """)
        .await();
  }

  private static String table(String name, String columns, Path path) {
    return "CREATE TABLE %s (%s) WITH ('connector' = 'filesystem', 'path' = '%s', 'format' = 'json')"
        .formatted(name, columns, path.toUri());
  }
}
