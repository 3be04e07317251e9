// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A job that is not Drey's and copies a topic to another one. */
public final class KafkaJob {
  private static final TemporaryDirectories DIRECTORIES = new TemporaryDirectories();

  /** The records that are still to come, by topic. */
  private static final Map<String, CountDownLatch> EXPECTED = new ConcurrentHashMap<>();

  private KafkaJob() {}

  /** Takes a savepoint when all records of a topic have been read; returns its directory. */
  public static Path savepoint(String broker, String topic, int records) throws Exception {
    return savepoint(Map.of(), broker, topic, OffsetsInitializer.earliest(), records);
  }

  /**
   * The same of a job that goes on from a savepoint with another topic, and would skip its past.
   */
  public static Path savepointFrom(Path saved, String broker, String topic, int records)
      throws Exception {
    return savepoint(
        Map.of("execution.state-recovery.path", saved.toString()),
        broker,
        topic,
        OffsetsInitializer.latest(),
        records);
  }

  /** The same of a job that goes on from a savepoint, with its sink under another uid. */
  public static Path savepointFrom(
      Path saved, String broker, String topic, int records, String sink) throws Exception {
    return savepoint(
        Map.of("execution.state-recovery.path", saved.toString()),
        broker,
        topic,
        OffsetsInitializer.latest(),
        records,
        sink);
  }

  private static Path savepoint(
      Map<String, String> more, String broker, String topic, OffsetsInitializer start, int records)
      throws Exception {
    return savepoint(more, broker, topic, start, records, "copy");
  }

  private static Path savepoint(
      Map<String, String> more,
      String broker,
      String topic,
      OffsetsInitializer start,
      int records,
      String sink)
      throws Exception {
    CountDownLatch expected = new CountDownLatch(records);
    EXPECTED.put(topic, expected);
    Map<String, String> settings = new HashMap<>(more);
    settings.put("parallelism.default", "2");
    settings.put("pipeline.max-parallelism", "16");
    return TestingCluster.savepointAfter(
        expected,
        settings,
        environment -> build(environment, broker, topic, start, sink),
        DIRECTORIES.make());
  }

  private static void build(
      StreamExecutionEnvironment environment,
      String broker,
      String topic,
      OffsetsInitializer start,
      String uid) {
    KafkaSource<String> source =
        KafkaSource.<String>builder()
            .setBootstrapServers(broker)
            .setTopics(topic)
            .setGroupId(topic)
            .setStartingOffsets(start)
            .setValueOnlyDeserializer(new SimpleStringSchema())
            .build();
    KafkaSink<String> sink =
        KafkaSink.<String>builder()
            .setBootstrapServers(broker)
            .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
            .setTransactionalIdPrefix("copy-of-" + topic)
            .setProperty("transaction.timeout.ms", "60000")
            .setRecordSerializer(
                KafkaRecordSerializationSchema.<String>builder()
                    .setTopic(topic + "-copy")
                    .setValueSerializationSchema(new SimpleStringSchema())
                    .build())
            .build();
    environment
        .fromSource(source, WatermarkStrategy.noWatermarks(), "orders")
        .uid("orders")
        .map(record -> seen(topic, record))
        .sinkTo(sink)
        .uid(uid);
  }

  private static String seen(String topic, String record) {
    EXPECTED.get(topic).countDown();
    return record;
  }
}
