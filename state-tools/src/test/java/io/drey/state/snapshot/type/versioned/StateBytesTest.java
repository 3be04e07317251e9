// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource.NumberSequenceSplit;
import org.apache.flink.connector.base.source.hybrid.HybridSourceEnumeratorState;
import org.apache.flink.connector.base.source.hybrid.HybridSourceEnumeratorStateSerializer;
import org.apache.flink.connector.base.source.hybrid.HybridSourceSplit;
import org.apache.flink.connector.base.source.hybrid.HybridSourceSplitSerializer;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplitSerializer;
import org.junit.jupiter.api.Test;

class StateBytesTest {
  private final NumberSequenceSource numbers = new NumberSequenceSource(1, 9);
  private final NumberSequenceSplit split = new NumberSequenceSplit("0", 4, 9);

  @Test
  void showsSplitsOfNumbers() throws IOException {
    assertThat(Versioned.list(StateBytes.SPLITS, numbers.getSplitSerializer(), split))
        .isEqualTo("{'version':1,'id':'0','from':4,'to':9}");
    assertThat(
            Versioned.coordinator(
                1, numbers.getEnumeratorCheckpointSerializer().serialize(List.of(split))))
        .isEqualTo("{'version':1,'splits':[{'id':'0','from':4,'to':9}]}");
  }

  @Test
  void showsSourcesInsideOfOthers() throws ReflectiveOperationException, IOException {
    byte[] partition =
        new KafkaPartitionSplitSerializer()
            .serialize(new KafkaPartitionSplit(KafkaBytes.partition(2), 40));
    HybridSourceEnumeratorState state = enumerator(1, KafkaBytes.enumerator(1));

    assertThat(
            Versioned.list(
                StateBytes.SPLITS,
                new HybridSourceSplitSerializer(),
                new HybridSourceSplit(1, partition, 0, "s")))
        .isEqualTo(
            "{'version':0,'source':1,'id':'s',"
                + "'split':{'topic':'orders','partition':2,'offset':40,'stop':null}}");
    assertThat(
            Versioned.coordinator(0, new HybridSourceEnumeratorStateSerializer().serialize(state)))
        .isEqualTo(
            "{'version':0,'source':1,"
                + "'enumerator':{'splits':[{'topic':'orders','partition':1}]}}");
  }

  private static HybridSourceEnumeratorState enumerator(int version, byte[] bytes)
      throws ReflectiveOperationException {
    var constructor =
        HybridSourceEnumeratorState.class.getDeclaredConstructor(
            int.class, byte[].class, int.class);
    constructor.setAccessible(true);
    return constructor.newInstance(1, bytes, version);
  }

  @Test
  void showsBytesOfFormatsThatAreNotKnown() throws IOException {
    byte[] longer = {0, 0, 0, 0, 0, 0, 0, 1, 2};

    assertThat(Versioned.list(StateBytes.SPLITS, 77, new byte[] {1, 2}))
        .isEqualTo("{'version':77,'bytes':'AQI='}");
    assertThat(Versioned.list(StateBytes.SPLITS, 1, longer))
        .isEqualTo("{'version':1,'bytes':'AAAAAAAAAAEC'}");
    assertThat(Versioned.coordinator(1, longer)).isEqualTo("{'version':1,'bytes':'AAAAAAAAAAEC'}");
  }

  @Test
  void takesNoFormatOfWhichARuleIsBroken() throws IOException {
    ByteBuffer partition = ByteBuffer.wrap(kafkaSplit("orders", 2));
    partition.putInt(2 + "orders".length(), -1);

    assertThat(Versioned.list(StateBytes.SPLITS, 0, partition.array())).contains("'bytes'");
    assertThat(Versioned.list(StateBytes.SPLITS, 0, kafkaSplit("no topic", 2))).contains("'bytes'");
    assertThat(Versioned.list(StateBytes.SPLITS, 0, kafkaSplit("orders", 2)))
        .contains("'topic':'orders'");
  }

  private static byte[] kafkaSplit(String topic, int partition) throws IOException {
    byte[] name = Versioned.utf(topic);
    return ByteBuffer.allocate(name.length + 20)
        .put(name)
        .putInt(partition)
        .putLong(40)
        .putLong(Long.MIN_VALUE)
        .array();
  }

  @Test
  void showsArraysThatHaveNoVersionAsBytes() {
    assertThat(Versioned.array(StateBytes.SPLITS, new byte[] {1, 2, 3})).isEqualTo("'AQID'");
  }

  @Test
  void showsWhatOtherCoordinatorsKeepWithItsSize() {
    assertThat(Versioned.shown(CoordinatorType.COORDINATOR, new byte[] {9, 9, 9}))
        .isEqualTo("{'size':3,'bytes':'CQkJ'}");
  }

  @Test
  void knowsTheListsOfSourcesAndSinksByTheirNames() {
    assertThat(StateBytes.of("SourceReaderState")).isEqualTo(StateBytes.SPLITS);
    assertThat(StateBytes.of("my-bytes")).isNull();
  }
}
