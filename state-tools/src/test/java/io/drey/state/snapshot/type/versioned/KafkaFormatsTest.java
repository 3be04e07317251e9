// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.flink.connector.kafka.dynamic.source.split.DynamicKafkaSourceSplit;
import org.apache.flink.connector.kafka.dynamic.source.split.DynamicKafkaSourceSplitSerializer;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaWriterState;
import org.apache.flink.connector.kafka.sink.internal.CheckpointTransaction;
import org.apache.flink.connector.kafka.sink.internal.TransactionOwnership;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplitSerializer;
import org.junit.jupiter.api.Test;

class KafkaFormatsTest {
  private final KafkaSink<String> sink = KafkaBytes.sink();

  @Test
  void showsSplits() throws IOException {
    assertThat(split(new KafkaPartitionSplit(KafkaBytes.partition(2), 40, 50)))
        .isEqualTo("{'version':0,'topic':'orders','partition':2,'offset':40,'stop':50}");
  }

  @Test
  void namesOffsetsThatAreLookedUpAtTheStart() throws IOException {
    assertThat(
            List.of(
                split(new KafkaPartitionSplit(KafkaBytes.partition(0), -2)),
                split(new KafkaPartitionSplit(KafkaBytes.partition(0), -1)),
                split(new KafkaPartitionSplit(KafkaBytes.partition(0), -3, -1)),
                split(
                    new KafkaPartitionSplit(
                        KafkaBytes.partition(0), KafkaPartitionSplit.MIGRATED, -3))))
        .containsExactly(
            "{'version':0,'topic':'orders','partition':0,'offset':'earliest','stop':null}",
            "{'version':0,'topic':'orders','partition':0,'offset':'latest','stop':null}",
            "{'version':0,'topic':'orders','partition':0,'offset':'committed','stop':'latest'}",
            "{'version':0,'topic':'orders','partition':0,'offset':null,'stop':'committed'}");
  }

  @Test
  void showsSplitsOfSeveralClusters() throws IOException {
    DynamicKafkaSourceSplit split =
        new DynamicKafkaSourceSplit(
            "east", new KafkaPartitionSplit(KafkaBytes.partition(2), 40, 50));

    assertThat(Versioned.list(StateBytes.SPLITS, new DynamicKafkaSourceSplitSerializer(), split))
        .isEqualTo(
            "{'version':1,'cluster':'east','split_version':0,"
                + "'topic':'orders','partition':2,'offset':40,'stop':50}");
  }

  @Test
  void showsEnumeratorsOfAllVersions() throws ReflectiveOperationException, IOException {
    assertThat(List.of(enumerator(0), enumerator(1), enumerator(2), enumerator(3)))
        .containsExactly(
            "{'version':0,'readers':[{'subtask':3,'splits':["
                + "{'topic':'orders','partition':1,'offset':7,'stop':9}]}]}",
            "{'version':1,'splits':[{'topic':'orders','partition':1}]}",
            "{'version':2,'splits':[{'topic':'orders','partition':1,'assigned':true},"
                + "{'topic':'orders','partition':2,'assigned':false}],"
                + "'initial_discovery_finished':true}",
            "{'version':3,'splits':["
                + "{'topic':'orders','partition':1,'offset':7,'stop':9,'assigned':true},"
                + "{'topic':'orders','partition':2,'offset':'earliest','stop':null,"
                + "'assigned':false}],'initial_discovery_finished':true}");
  }

  @Test
  void showsEnumeratorsOfSeveralClusters() throws ReflectiveOperationException, IOException {
    String streams =
        "'streams':[{'stream':'all','clusters':[{'cluster':'east','topics':['orders'],"
            + "'bootstrap_servers':'127.0.0.1:1'";
    String enumerator = enumerator(3).replace("{'version':3,", "'enumerator':{");
    String clusters = "}]}],'clusters':[{'cluster':'east'," + enumerator + "}]";

    assertThat(Versioned.coordinator(1, KafkaBytes.clusters(1)))
        .isEqualTo("{'version':1," + streams + clusters + "}");
    assertThat(Versioned.coordinator(2, KafkaBytes.clusters(2)))
        .startsWith("{'version':2," + streams + ",'starting':{'$class':'")
        .contains(",'stopping':{'$class':'")
        .contains("NoStoppingOffsetsInitializer'")
        .endsWith(clusters + "}");
    assertThat(Versioned.coordinator(3, KafkaBytes.clusters(3)))
        .startsWith("{'version':3," + streams)
        .endsWith(
            clusters
                + ",'retained':[{'cluster':'west','until':'2024-01-15T10:00:00.000Z',"
                + enumerator
                + "}]}");
  }

  @Test
  void showsWhatWritersKeep() throws IOException {
    KafkaWriterState state =
        new KafkaWriterState(
            "out",
            1,
            4,
            TransactionOwnership.EXPLICIT_BY_WRITER_STATE,
            List.of(new CheckpointTransaction("out-1-5", 5)));

    assertThat(Versioned.list(StateBytes.WRITERS, sink.getWriterStateSerializer(), state))
        .isEqualTo(
            "{'version':2,'transactional_id_prefix':'out','subtask':1,'subtasks':4,"
                + "'ownership':'EXPLICIT_BY_WRITER_STATE',"
                + "'precommitted':[{'transactional_id':'out-1-5','checkpoint':5}]}");
  }

  @Test
  void showsWhatWritersOfTheFirstVersionKeep() throws IOException {
    byte[] bytes = Versioned.utf("out");
    KafkaWriterState read = sink.getWriterStateSerializer().deserialize(1, bytes);

    assertThat(read.getTransactionalIdPrefix()).isEqualTo("out");
    assertThat(Versioned.list(StateBytes.WRITERS, 1, bytes))
        .isEqualTo("{'version':1,'transactional_id_prefix':'out'}");
  }

  @Test
  void showsCommittables() throws IOException {
    KafkaCommittable committable = new KafkaCommittable(17, (short) 3, "out-1-5", null);

    assertThat(Versioned.collector(sink.getCommittableSerializer(), committable))
        .isEqualTo(
            "{'version':2,'checkpoints':[{'checkpoint':5,'parallelism':1,'subtasks':["
                + "{'subtask':0,'requests':[{'committable':{'epoch':3,'producer_id':17,"
                + "'transactional_id':'out-1-5'},'retries':0,'state':'RECEIVED'}],"
                + "'committables':1,'failed':0}]}]}");
  }

  private static String split(KafkaPartitionSplit split) throws IOException {
    return Versioned.list(StateBytes.SPLITS, new KafkaPartitionSplitSerializer(), split);
  }

  private static String enumerator(int version) throws ReflectiveOperationException, IOException {
    return Versioned.coordinator(version, KafkaBytes.enumerator(version));
  }
}
