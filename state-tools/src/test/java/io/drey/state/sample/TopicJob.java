// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a job that reads topics has read.
 *
 * @param savepoint one that was taken then
 * @param records such as {@code orders-1@40}, in order
 */
public record TopicJob(Path savepoint, List<String> records) {
  private static final TemporaryDirectories DIRECTORIES = new TemporaryDirectories();

  private static final Map<String, Reading> READINGS = new ConcurrentHashMap<>();

  private record Reading(Queue<String> records, CountDownLatch expected) {}

  /**
   * Runs the job until so many records have come.
   *
   * @param saved the savepoint that it starts from; null for none
   */
  public static TopicJob run(
      List<String> topics,
      int records,
      @Nullable Path saved,
      OffsetsInitializer start,
      String backend,
      int parallelism)
      throws Exception {
    String id = UUID.randomUUID().toString();
    Reading reading = new Reading(new ConcurrentLinkedQueue<>(), new CountDownLatch(records));
    READINGS.put(id, reading);
    Map<String, String> settings = new HashMap<>();
    settings.put("state.backend.type", backend);
    settings.put("parallelism.default", String.valueOf(parallelism));
    settings.put("pipeline.max-parallelism", "16");
    if (saved != null) {
      settings.put("execution.state-recovery.path", saved.toString());
    }
    String broker = ForkedBroker.get().address();
    Path savepoint =
        TestingCluster.savepointAfter(
            reading.expected(),
            settings,
            environment -> build(environment, source(broker, topics, start), id),
            DIRECTORIES.make());
    return new TopicJob(savepoint, reading.records().stream().sorted().toList());
  }

  private static KafkaSource<String> source(
      String broker, List<String> topics, OffsetsInitializer start) {
    return KafkaSource.<String>builder()
        .setBootstrapServers(broker)
        .setTopics(topics)
        .setGroupId("topic-job")
        .setStartingOffsets(start)
        .setDeserializer(new Places())
        .build();
  }

  private static void build(
      StreamExecutionEnvironment environment, KafkaSource<String> source, String id) {
    environment
        .fromSource(source, WatermarkStrategy.noWatermarks(), "orders")
        .uid("orders")
        .keyBy(place -> place, Types.STRING)
        .map(place -> seen(id, place))
        .returns(Types.STRING)
        .sinkTo(new DiscardingSink<>());
  }

  private static String seen(String id, String place) {
    Reading reading = Objects.requireNonNull(READINGS.get(id));
    reading.records().add(place);
    reading.expected().countDown();
    return place;
  }

  /** Makes records the places where they are. */
  private static final class Places implements KafkaRecordDeserializationSchema<String> {
    private static final long serialVersionUID = 1L;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<String> out) {
      out.collect("%s-%d@%d".formatted(record.topic(), record.partition(), record.offset()));
    }

    @Override
    public TypeInformation<String> getProducedType() {
      return Types.STRING;
    }
  }
}
