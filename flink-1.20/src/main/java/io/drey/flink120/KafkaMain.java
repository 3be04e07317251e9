// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.flink120;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * Reads a topic, takes a savepoint when all records have been read, and writes its directory to a
 * file {@code snapshots} in a directory. Its arguments: the broker's address, the topic, how many
 * records come, the directory, and perhaps a savepoint to start from.
 */
public final class KafkaMain {
  private KafkaMain() {}

  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[3]);
    try (MiniCluster cluster = Main.cluster()) {
      cluster.start();
      Configuration settings =
          Configuration.fromMap(Taking.CANONICAL_OF_HASHMAP.settings(directory.toUri().toString()));
      if (arguments.length > 4) {
        settings.setString("execution.state-recovery.path", arguments[4]);
      }
      StreamExecutionEnvironment environment =
          StreamExecutionEnvironment.getExecutionEnvironment(settings);
      build(environment, arguments[0], arguments[1]);
      String path =
          Main.take(
              cluster,
              environment,
              Taking.CANONICAL_OF_HASHMAP,
              directory.resolve("kafka"),
              Integer.parseInt(arguments[2]));
      Files.write(directory.resolve("snapshots"), List.of(path));
    }
    // a thread of some library must not keep the JVM
    System.exit(0);
  }

  private static void build(StreamExecutionEnvironment environment, String broker, String topic) {
    KafkaSource<String> source =
        KafkaSource.<String>builder()
            .setBootstrapServers(broker)
            .setTopics(topic)
            .setGroupId(topic)
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setValueOnlyDeserializer(new SimpleStringSchema())
            .build();
    environment
        .fromSource(source, WatermarkStrategy.noWatermarks(), "orders")
        .uid("orders")
        .map(EmitOnce::seen)
        .returns(Types.STRING)
        .sinkTo(new DiscardingSink<>());
  }
}
