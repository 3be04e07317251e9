package io.drey.state.sample;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.core.execution.SavepointFormatType;

/** Snapshots of the {@link SampleJob}, each taken once for all tests of the JVM. */
public enum Snapshots {
  CANONICAL_OF_HASHMAP("hashmap", 2, SavepointFormatType.CANONICAL),
  NATIVE_OF_HASHMAP("hashmap", 2, SavepointFormatType.NATIVE);

  private static final Map<Snapshots, Path> TAKEN = new EnumMap<>(Snapshots.class);

  private final String backend;
  private final int parallelism;
  private final SavepointFormatType format;

  Snapshots(String backend, int parallelism, SavepointFormatType format) {
    this.backend = backend;
    this.parallelism = parallelism;
    this.format = format;
  }

  /** Its directory. */
  public Path path() {
    synchronized (TAKEN) {
      return TAKEN.computeIfAbsent(this, Snapshots::take);
    }
  }

  private Path take() {
    Map<String, String> settings = new HashMap<>();
    settings.put("state.backend.type", backend);
    settings.put("parallelism.default", String.valueOf(parallelism));
    settings.put("pipeline.max-parallelism", "16");
    try {
      Path target = Files.createTempDirectory("snapshots");
      target.toFile().deleteOnExit();
      return TestingCluster.savepoint(settings, SampleJob::build, format, target);
    } catch (Exception e) {
      throw new IllegalStateException("Failed to take " + this, e);
    }
  }
}
