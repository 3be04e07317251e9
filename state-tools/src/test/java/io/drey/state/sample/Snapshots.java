// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.core.execution.SavepointFormatType;
import org.jspecify.annotations.Nullable;

/** Snapshots of the {@link SampleJob}, each taken once for all tests of the JVM. */
public enum Snapshots {
  CANONICAL_OF_HASHMAP("hashmap", 2, SavepointFormatType.CANONICAL),
  NATIVE_OF_HASHMAP("hashmap", 2, SavepointFormatType.NATIVE),
  COMPRESSED_CANONICAL_OF_HASHMAP("hashmap", 1, SavepointFormatType.CANONICAL, Setting.COMPRESSED),
  COMPRESSED_NATIVE_OF_HASHMAP("hashmap", 3, SavepointFormatType.NATIVE, Setting.COMPRESSED),
  CHECKPOINT_OF_HASHMAP("hashmap", 4, null),
  CANONICAL_OF_ROCKSDB("rocksdb", 2, SavepointFormatType.CANONICAL),
  NATIVE_OF_ROCKSDB("rocksdb", 2, SavepointFormatType.NATIVE),
  CHECKPOINT_OF_ROCKSDB("rocksdb", 1, null),
  INCREMENTAL_CHECKPOINT_OF_ROCKSDB("rocksdb", 3, null, Setting.INCREMENTAL),
  NATIVE_OF_FORST("forst", 2, SavepointFormatType.NATIVE),
  MANY_KEY_GROUPS("rocksdb", 2, SavepointFormatType.CANONICAL, "pipeline.max-parallelism=1000"),
  MANY_KEY_GROUPS_NATIVE("rocksdb", 2, SavepointFormatType.NATIVE, "pipeline.max-parallelism=1000"),
  RAW_TIMERS_OF_ROCKSDB("rocksdb", 2, null, Setting.HEAP_TIMERS),
  MERGED_FILES_OF_HASHMAP("hashmap", 2, null, Setting.MERGED_FILES),
  MERGED_FILES_OF_ROCKSDB("rocksdb", 2, null, Setting.MERGED_FILES);

  private static final TemporaryDirectories DIRECTORIES = new TemporaryDirectories();
  private static final Map<Snapshots, Path> TAKEN = new EnumMap<>(Snapshots.class);

  private final String backend;
  private final int parallelism;
  private final @Nullable SavepointFormatType format;
  private final String setting;

  /**
   * @param format null for a checkpoint
   * @param setting a key and its value, parted by =
   */
  Snapshots(String backend, int parallelism, @Nullable SavepointFormatType format, String setting) {
    this.backend = backend;
    this.parallelism = parallelism;
    this.format = format;
    this.setting = setting;
  }

  Snapshots(String backend, int parallelism, @Nullable SavepointFormatType format) {
    this(backend, parallelism, format, "");
  }

  /** Its directory. */
  public Path path() {
    synchronized (TAKEN) {
      return TAKEN.computeIfAbsent(this, Snapshots::take);
    }
  }

  /** How many subtasks each operator has. */
  public int parallelism() {
    return parallelism;
  }

  private Path take() {
    try {
      Path target = DIRECTORIES.make();
      Map<String, String> all = settings(target);
      return format == null
          ? TestingCluster.checkpoint(all, SampleJob::build)
          : TestingCluster.savepoint(all, SampleJob::build, format, target);
    } catch (Exception e) {
      throw new IllegalStateException("Failed to take " + this, e);
    }
  }

  private Map<String, String> settings(Path target) {
    Map<String, String> all = new HashMap<>();
    all.put("state.backend.type", backend);
    all.put("parallelism.default", String.valueOf(parallelism));
    all.put("pipeline.max-parallelism", "16");
    all.put("execution.checkpointing.dir", target.toUri().toString());
    all.put("execution.checkpointing.interval", "10 h");
    all.put("execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION");
    if (format == null || !setting.isEmpty() || !backend.equals("hashmap")) {
      all.put("execution.checkpointing.data-inline-threshold", "0");
    }
    int equals = setting.indexOf('=');
    if (equals > 0) {
      all.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    return all;
  }

  /** Settings, which constants of an enum cannot see if they are its own. */
  private static final class Setting {
    static final String COMPRESSED = "execution.checkpointing.snapshot-compression=true";
    static final String INCREMENTAL = "execution.checkpointing.incremental=true";
    static final String HEAP_TIMERS = "state.backend.rocksdb.timer-service.factory=HEAP";
    static final String MERGED_FILES = "execution.checkpointing.file-merging.enabled=true";
  }
}
