// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/** {@link DeduplicateInSql} from topic to topic, at least once. */
final class DeduplicateTopicInSql {
  private DeduplicateTopicInSql() {}

  /** The main class and its arguments; read by {@link #main}. */
  static List<String> command(Trial trial, String broker, String input, String output) {
    List<String> command = new ArrayList<>();
    command.add(DeduplicateTopicInSql.class.getName());
    command.addAll(List.of(broker, input, output));
    command.addAll(trial.arguments());
    return command;
  }

  public static void main(String[] args) throws Exception {
    Trial trial = Trial.of(Arrays.copyOfRange(args, 3, args.length));
    StreamTableEnvironment tables = StreamTableEnvironment.create(LocalFlink.environment(trial));
    String reading =
        ", 'scan.startup.mode' = 'earliest-offset', 'scan.bounded.mode' = 'latest-offset'";
    DeduplicateInSql.run(tables, options(args[0], args[1]) + reading, options(args[0], args[2]));
  }

  private static String options(String broker, String topic) {
    return "'connector' = 'kafka', 'properties.bootstrap.servers' = '%s', 'topic' = '%s', 'format' = 'json'"
        .formatted(broker, topic);
  }
}
