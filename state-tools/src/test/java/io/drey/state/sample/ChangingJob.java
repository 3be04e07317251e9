// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * A job before and after a change of its keys, types, states, operators, parallelism and state
 * backend. Each savepoint is taken once for all tests of the JVM.
 */
public enum ChangingJob {
  BEFORE(SavepointFormatType.CANONICAL, "hashmap", "1", "4"),
  AFTER(SavepointFormatType.NATIVE, "rocksdb", "2", "8");

  private static final int KEYS = 10;
  private static final TemporaryDirectories DIRECTORIES = new TemporaryDirectories();
  private static final Map<ChangingJob, Path> TAKEN = new EnumMap<>(ChangingJob.class);

  private final SavepointFormatType format;
  private final String backend;
  private final String parallelism;
  private final String maxParallelism;

  ChangingJob(
      SavepointFormatType format, String backend, String parallelism, String maxParallelism) {
    this.format = format;
    this.backend = backend;
    this.parallelism = parallelism;
    this.maxParallelism = maxParallelism;
  }

  /** The directory of its savepoint. */
  public Path path() {
    synchronized (TAKEN) {
      return TAKEN.computeIfAbsent(this, ChangingJob::take);
    }
  }

  private Path take() {
    Map<String, String> settings =
        Map.of(
            "state.backend.type", backend,
            "parallelism.default", parallelism,
            "pipeline.max-parallelism", maxParallelism);
    try {
      return TestingCluster.savepoint(settings, this::build, format, DIRECTORIES.make());
    } catch (Exception e) {
      throw new IllegalStateException("Failed to take " + this, e);
    }
  }

  @SuppressWarnings("deprecation") // see EmitOnce
  private void build(StreamExecutionEnvironment environment) {
    boolean isAfter = this == AFTER;
    DataStream<Long> numbers =
        environment
            .addSource(new EmitOnce(KEYS, 0), Types.LONG)
            .uid("numbers")
            .union(environment.addSource(new EmitOnce(0, 0), Types.LONG).uid("none"));
    // the first key goes, another one comes
    long shift = isAfter ? 1 : 0;
    step(numbers, i -> i + shift, Types.LONG, new ChangingStates(isAfter), "changing-states");
    step(numbers, i -> i, Types.LONG, new LastNumber<>(), isAfter ? "new-step" : "old-step");
    if (isAfter) {
      step(numbers, i -> (int) (long) i, Types.INT, new LastNumber<>(), "retyped-key");
    } else {
      step(numbers, i -> i, Types.LONG, new LastNumber<>(), "retyped-key");
    }
  }

  private static <K> void step(
      DataStream<Long> numbers,
      KeySelector<Long, K> key,
      TypeInformation<K> keyType,
      KeyedProcessFunction<K, Long, Long> function,
      String uid) {
    numbers
        .keyBy(key, keyType)
        .process(function)
        .returns(Types.LONG)
        .uid(uid)
        .sinkTo(new DiscardingSink<>())
        .uid("sink-of-" + uid);
  }
}
