// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.base.source.utils.SerdeUtils;
import org.apache.flink.connector.kafka.dynamic.metadata.ClusterMetadata;
import org.apache.flink.connector.kafka.dynamic.metadata.KafkaStream;
import org.apache.flink.connector.kafka.dynamic.source.enumerator.DynamicKafkaSourceEnumState;
import org.apache.flink.connector.kafka.dynamic.source.enumerator.DynamicKafkaSourceEnumStateSerializer;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.enumerator.AssignmentStatus;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumStateSerializer;
import org.apache.flink.connector.kafka.source.enumerator.SplitAndAssignmentStatus;
import org.apache.flink.connector.kafka.source.enumerator.initializer.NoStoppingOffsetsInitializer;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplitSerializer;
import org.apache.kafka.common.TopicPartition;

/** What the Kafka connector itself writes. */
public final class KafkaBytes {
  private KafkaBytes() {}

  static TopicPartition partition(int partition) {
    return new TopicPartition("orders", partition);
  }

  static KafkaSink<String> sink() {
    return KafkaSink.<String>builder()
        .setBootstrapServers("127.0.0.1:1")
        .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
        .setTransactionalIdPrefix("out")
        .setRecordSerializer(
            KafkaRecordSerializationSchema.<String>builder()
                .setTopic("orders")
                .setValueSerializationSchema(new SimpleStringSchema())
                .build())
        .build();
  }

  /**
   * The state of an enumerator as a version of the connector's serializer writes it: a reader has
   * partition 1 and, from version 2 on, none has partition 2.
   */
  public static byte[] enumerator(int version) throws ReflectiveOperationException, IOException {
    KafkaPartitionSplit read = read();
    KafkaSourceEnumState both = ofBoth();
    KafkaSourceEnumStateSerializer serializer = new KafkaSourceEnumStateSerializer();
    byte[] bytes =
        switch (version) {
          case 0 ->
              SerdeUtils.serializeSplitAssignments(
                  Map.of(3, List.of(read)), new KafkaPartitionSplitSerializer());
          case 1 -> older("serializeV1", List.of(read));
          case 2 -> older("serializeV2", both.splits(), true);
          default -> serializer.serialize(both);
        };
    // what the connector cannot read is no version of its
    serializer.deserialize(version, bytes);
    return bytes;
  }

  private static KafkaPartitionSplit read() {
    return new KafkaPartitionSplit(partition(1), 7, 9);
  }

  private static KafkaSourceEnumState ofBoth() {
    KafkaPartitionSplit waiting =
        new KafkaPartitionSplit(partition(2), KafkaPartitionSplit.EARLIEST_OFFSET);
    Set<SplitAndAssignmentStatus> both = new LinkedHashSet<>();
    both.add(new SplitAndAssignmentStatus(read(), AssignmentStatus.ASSIGNED));
    both.add(new SplitAndAssignmentStatus(waiting, AssignmentStatus.UNASSIGNED));
    return new KafkaSourceEnumState(both, true);
  }

  /**
   * The state of the enumerator of a source of several clusters, in a version of the connector's
   * serializer: of the stream {@code all} the cluster {@code east} is read, as {@link #enumerator}
   * says, and in version 3 the cluster {@code west} was removed.
   */
  public static byte[] clusters(int version) throws ReflectiveOperationException, IOException {
    Properties properties = new Properties();
    properties.setProperty("bootstrap.servers", "127.0.0.1:1");
    ClusterMetadata east =
        version == 1
            ? new ClusterMetadata(Set.of("orders"), properties)
            : new ClusterMetadata(
                Set.of("orders"),
                properties,
                OffsetsInitializer.earliest(),
                new NoStoppingOffsetsInitializer());
    DynamicKafkaSourceEnumStateSerializer serializer = new DynamicKafkaSourceEnumStateSerializer();
    byte[] second =
        serializer.serialize(
            new DynamicKafkaSourceEnumState(
                Set.of(new KafkaStream("all", Map.of("east", east))), Map.of("east", ofBoth())));
    return switch (version) {
      case 1 -> firstVersion(second);
      case 2 -> second;
      default -> thirdVersion(second);
    };
  }

  /** The first version does not say where topics start and stop: here neither is known. */
  private static byte[] firstVersion(byte[] second) throws IOException {
    byte[] head = Versioned.utf("127.0.0.1:1");
    int at = indexOf(second, head) + head.length;
    byte[] first = new byte[second.length - 2];
    System.arraycopy(second, 0, first, 0, at);
    System.arraycopy(second, at + 2, first, at, first.length - at);
    new DynamicKafkaSourceEnumStateSerializer().deserialize(1, first);
    return first;
  }

  /** No release of the connector has written the third version yet: it adds what was removed. */
  private static byte[] thirdVersion(byte[] second)
      throws ReflectiveOperationException, IOException {
    byte[] name = Versioned.utf("west");
    byte[] state = enumerator(3);
    return ByteBuffer.allocate(second.length + name.length + state.length + 16)
        .put(second)
        .putInt(1)
        .put(name)
        .putLong(Instant.parse("2024-01-15T10:00:00Z").toEpochMilli())
        .putInt(state.length)
        .put(state)
        .array();
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    int at = 0;
    while (!Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
      at++;
    }
    return at;
  }

  private static byte[] older(String name, Object... arguments)
      throws ReflectiveOperationException {
    for (Method method : KafkaSourceEnumStateSerializer.class.getDeclaredMethods()) {
      if (method.getName().equals(name)) {
        method.setAccessible(true);
        return (byte[]) method.invoke(null, arguments);
      }
    }
    throw new NoSuchMethodException(name);
  }
}
