// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.flink120;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.core.execution.SavepointFormatType;
import org.jspecify.annotations.Nullable;

/** The ways in which snapshots are taken. */
enum Taking {
  CANONICAL_OF_HASHMAP("hashmap", SavepointFormatType.CANONICAL),
  NATIVE_OF_HASHMAP("hashmap", SavepointFormatType.NATIVE),
  CANONICAL_OF_ROCKSDB("rocksdb", SavepointFormatType.CANONICAL),
  NATIVE_OF_ROCKSDB("rocksdb", SavepointFormatType.NATIVE),
  INCREMENTAL_CHECKPOINT_OF_ROCKSDB("rocksdb", null);

  private final String backend;
  private final @Nullable SavepointFormatType format;

  /**
   * @param format null for a checkpoint
   */
  Taking(String backend, @Nullable SavepointFormatType format) {
    this.backend = backend;
    this.format = format;
  }

  @Nullable SavepointFormatType format() {
    return format;
  }

  Map<String, String> settings(String directory) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("state.backend.type", backend);
    settings.put("parallelism.default", "2");
    settings.put("pipeline.max-parallelism", "16");
    settings.put("execution.checkpointing.dir", directory);
    settings.put("execution.checkpointing.interval", "10 h");
    settings.put("execution.checkpointing.incremental", "true");
    settings.put("execution.checkpointing.data-inline-threshold", "0");
    settings.put(
        "execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION");
    return settings;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
