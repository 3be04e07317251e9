// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.kafka;

import io.drey.state.json.ValueTree;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.metadata.OperatorHandle;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import io.drey.state.snapshot.operator.CoordinatorState;
import io.drey.state.snapshot.operator.OperatorEntries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a Kafka source stands: what its readers and its enumerator keep.
 *
 * @param splits the partitions that readers have
 * @param reader the first subtask's state that has a list of partitions; null if none has
 * @param enumerator null if it is none that is known
 * @param obstacle why nothing can be changed; null if all is known
 */
public record KafkaState(
    List<KafkaSplit> splits,
    @Nullable OperatorHandle reader,
    @Nullable KafkaEnumerator enumerator,
    @Nullable String obstacle) {
  /** The list state of readers. */
  static final String READER = "SourceReaderState";

  /** The union list of the connector's consumer, the source of Flink 1 before this one. */
  private static final String CONSUMER = "topic-partition-offset-states";

  /** A source that has not run. */
  public static KafkaState none() {
    return new KafkaState(List.of(), null, KafkaEnumerator.empty(), null);
  }

  private static KafkaState unknown(String obstacle) {
    return new KafkaState(List.of(), null, null, obstacle);
  }

  /**
   * Reads the state of a source.
   *
   * @throws io.drey.state.snapshot.SavepointException if it cannot be read
   */
  public static KafkaState of(SnapshotFiles files, OperatorSnapshot operator) {
    List<KafkaSplit> splits = new ArrayList<>();
    OperatorHandle reader = null;
    for (SubtaskSnapshot subtask : operator.subtasks()) {
      OperatorHandle handle = subtask.managedOperator();
      if (handle != null && has(handle, CONSUMER)) {
        return unknown("FlinkKafkaConsumer keeps its offsets in a format that is not changed");
      }
      if (handle != null && has(handle, READER)) {
        reader = reader == null ? handle : reader;
        if (!add(files, handle, splits)) {
          return unknown("its readers do not read partitions of topics of one Kafka cluster");
        }
      }
    }
    return with(splits, reader, files, operator);
  }

  private static KafkaState with(
      List<KafkaSplit> splits,
      @Nullable OperatorHandle reader,
      SnapshotFiles files,
      OperatorSnapshot operator) {
    CoordinatorState coordinator = CoordinatorState.of(operator);
    if (coordinator == null) {
      return unknown("it is no source: it has no enumerator");
    }
    ByteReader bytes = coordinator.read(files);
    KafkaEnumerator enumerator = KafkaEnumerator.of(bytes);
    if (enumerator == null || !isEncoded(enumerator, bytes)) {
      return unknown("its enumerator is not that of a source of topics of one Kafka cluster");
    }
    return new KafkaState(splits, reader, enumerator, null);
  }

  private static boolean has(OperatorHandle handle, String state) {
    return handle.states().stream().anyMatch(each -> each.state().equals(state));
  }

  /** Adds the partitions of a reader; returns whether all of its splits are some. */
  private static boolean add(SnapshotFiles files, OperatorHandle handle, List<KafkaSplit> splits) {
    try (OperatorEntries entries = OperatorEntries.open(files, handle)) {
      while (entries.next()) {
        if (entries.state().name().equals(READER)) {
          KafkaSplit split = split(entries);
          if (split == null) {
            return false;
          }
          splits.add(split);
        }
      }
    }
    return true;
  }

  private static @Nullable KafkaSplit split(OperatorEntries entries) {
    ValueTree tree = new ValueTree();
    entries.state().value().write(entries.value(), tree);
    return KafkaSplit.of(tree.take());
  }

  /** Whether nothing is lost of an enumerator that is written again. */
  private static boolean isEncoded(KafkaEnumerator enumerator, ByteReader bytes) {
    ByteWriter out = new ByteWriter();
    enumerator.write(out);
    bytes.position(0);
    return Arrays.equals(out.bytes(), bytes.readBytes((int) bytes.remaining()));
  }
}
