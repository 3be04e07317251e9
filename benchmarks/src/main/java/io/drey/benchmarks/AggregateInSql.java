// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.nio.file.Path;
import java.time.ZoneOffset;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/**
 * Totals of each user's requests per minute; Flink, too, aggregates locally before the exchange.
 */
final class AggregateInSql {
  private AggregateInSql() {}

  public static void main(String[] args) throws Exception {
    run(Trial.of(args), "user");
  }

  static void run(Trial trial, String by) throws Exception {
    StreamExecutionEnvironment env = LocalFlink.environment(trial);
    StreamTableEnvironment tables = StreamTableEnvironment.create(env);
    tables.getConfig().setLocalTimeZone(ZoneOffset.UTC);
    tables.executeSql(
        """
        CREATE TABLE events (
          `timestamp` TIMESTAMP_LTZ(3), `%s` STRING, `bytes` BIGINT, duration_ms BIGINT,
          WATERMARK FOR `timestamp` AS `timestamp` - INTERVAL '5' SECOND)
        WITH (%s, 'json.timestamp-format.standard' = 'ISO-8601')
        """
            .formatted(by, file(trial.input())));
    tables.executeSql(
        """
        CREATE TABLE loads (
          `%s` STRING, `start` STRING, `end` STRING, requests BIGINT, `bytes` BIGINT,
          slowest BIGINT)
        WITH (%s)
        """
            .formatted(by, file(trial.output())));
    tables
        .executeSql(
            """
            INSERT INTO loads
            SELECT `%1$s`, DATE_FORMAT(window_start, 'yyyy-MM-dd''T''HH:mm:ss.SSS') || 'Z',
              DATE_FORMAT(window_end, 'yyyy-MM-dd''T''HH:mm:ss.SSS') || 'Z', COUNT(*),
              SUM(`bytes`), MAX(duration_ms)
            FROM TABLE(TUMBLE(TABLE events, DESCRIPTOR(`timestamp`), INTERVAL '1' MINUTES))
            GROUP BY `%1$s`, window_start, window_end
            """
                .formatted(by))
        .await();
  }

  private static String file(Path path) {
    return "'connector' = 'filesystem', 'path' = '%s', 'format' = 'json'".formatted(path.toUri());
  }
}
