// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.kafka;

import io.drey.state.snapshot.bytes.ByteWriter;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state of a Kafka source that has not run: partitions at offsets, which its enumerator gives
 * to the readers. Those that it does not have are found at the start, and read from where the
 * source starts.
 */
public final class KafkaStart {
  private final KafkaEnumerator enumerator = KafkaEnumerator.empty();
  private final Set<TopicPartition> partitions = new HashSet<>();

  /**
   * Adds a partition.
   *
   * @param offset the next one: a number, or {@code earliest}, {@code latest} or {@code committed}
   * @param stop the number at which reading ends; null if it goes on
   * @return false if it has been added before
   */
  public boolean add(TopicPartition partition, Object offset, @Nullable Object stop) {
    if (!partitions.add(partition)) {
      return false;
    }
    enumerator.add(KafkaSplit.of(partition, offset, stop), false);
    return true;
  }

  /** The number of partitions. */
  public int size() {
    return partitions.size();
  }

  /** Writes the state of the coordinator. */
  public void write(ByteWriter out) {
    enumerator.write(out);
  }
}
