// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.base.source.utils.SerdeUtils;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.enumerator.AssignmentStatus;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumStateSerializer;
import org.apache.flink.connector.kafka.source.enumerator.SplitAndAssignmentStatus;
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
    KafkaPartitionSplit read = new KafkaPartitionSplit(partition(1), 7, 9);
    KafkaPartitionSplit waiting =
        new KafkaPartitionSplit(partition(2), KafkaPartitionSplit.EARLIEST_OFFSET);
    Set<SplitAndAssignmentStatus> both = new LinkedHashSet<>();
    both.add(new SplitAndAssignmentStatus(read, AssignmentStatus.ASSIGNED));
    both.add(new SplitAndAssignmentStatus(waiting, AssignmentStatus.UNASSIGNED));
    KafkaSourceEnumStateSerializer serializer = new KafkaSourceEnumStateSerializer();
    byte[] bytes =
        switch (version) {
          case 0 ->
              SerdeUtils.serializeSplitAssignments(
                  Map.of(3, List.of(read)), new KafkaPartitionSplitSerializer());
          case 1 -> older("serializeV1", List.of(read));
          case 2 -> older("serializeV2", both, true);
          default -> serializer.serialize(new KafkaSourceEnumState(both, true));
        };
    // what the connector cannot read is no version of its
    serializer.deserialize(version, bytes);
    return bytes;
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
