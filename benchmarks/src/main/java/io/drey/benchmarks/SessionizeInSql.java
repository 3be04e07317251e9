// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.nio.file.Path;
import java.time.ZoneOffset;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/**
 * The pages of each session of a user, listed in the order they arrived. SQL cannot make an array
 * of objects of a list: the query writes the JSON itself, which saves it a serializer.
 */
final class SessionizeInSql {
  private SessionizeInSql() {}

  public static void main(String[] args) throws Exception {
    Trial trial = Trial.of(args);
    StreamExecutionEnvironment env = LocalFlink.environment(trial);
    StreamTableEnvironment tables = StreamTableEnvironment.create(env);
    tables.getConfig().setLocalTimeZone(ZoneOffset.UTC);
    tables.executeSql(
        """
        CREATE TABLE events (
          `timestamp` TIMESTAMP_LTZ(3), `user` STRING, `path` STRING,
          WATERMARK FOR `timestamp` AS `timestamp` - INTERVAL '5' SECOND)
        WITH (%s, 'format' = 'json', 'json.timestamp-format.standard' = 'ISO-8601')
        """
            .formatted(file(trial.input())));
    tables.executeSql(
        "CREATE TABLE sessions (line STRING) WITH (%s, 'format' = 'raw')"
            .formatted(file(trial.output())));
    tables
        .executeSql(
            """
            INSERT INTO sessions
            SELECT '{"user":"' || `user`
              || '","start":"' || DATE_FORMAT(window_start, 'yyyy-MM-dd''T''HH:mm:ss.SSS')
              || 'Z","end":"'
              || DATE_FORMAT(window_end - INTERVAL '5' MINUTE, 'yyyy-MM-dd''T''HH:mm:ss.SSS')
              || 'Z","event_count":' || CAST(COUNT(*) AS STRING)
              || ',"events":[{"path":"' || LISTAGG(`path`, '"},{"path":"') || '"}]}'
            FROM TABLE(
              SESSION(
                TABLE events PARTITION BY `user`, DESCRIPTOR(`timestamp`), INTERVAL '5' MINUTES))
            GROUP BY `user`, window_start, window_end
            """)
        .await();
  }

  private static String file(Path path) {
    return "'connector' = 'filesystem', 'path' = '%s'".formatted(path.toUri());
  }
}
