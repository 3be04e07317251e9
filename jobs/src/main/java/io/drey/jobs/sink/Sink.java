// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink;

import io.drey.jobs.option.OptionProblem;
import io.drey.jobs.stream.NamedStreams;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/** A sink of a pipeline file; its options are the record's components. */
public interface Sink {
  /** Adds the sink to a job, with its id as name and uid. */
  void attach(DataStream<Event> events, SinkContext context);

  /** The names of the outputs of what it does not write; other sinks can read them. */
  default List<String> outputs() {
    return List.of();
  }

  /** What stands behind its id in the uids of the operators of {@link #split}. */
  default List<String> uidSuffixes() {
    return List.of();
  }

  /** Splits what it does not write off what it writes; called before {@link #attach}. */
  default NamedStreams split(DataStream<Event> events, SinkContext context) {
    return new NamedStreams(events, Map.of());
  }

  /**
   * Where it writes, if nobody else may write there; two sinks that name one place in different
   * words have the same target. Null if a target can be shared.
   */
  default @Nullable String target() {
    return null;
  }

  /** The option that names the target. */
  default String targetOption() {
    return "path";
  }

  /**
   * Keeps other runs from its target until the result is closed. Called where the job is started,
   * before {@link #prepare}.
   *
   * @throws IllegalArgumentException if another run writes there
   */
  default Closeable hold() throws IOException {
    return () -> {};
  }

  /**
   * Checks that the target can be written to, and prepares it. Called where the job is started,
   * just before.
   *
   * @throws IllegalArgumentException if it cannot; the message says why and what to do
   */
  default void prepare(SinkContext context) throws IOException {}

  /**
   * Deletes what runs that were killed have left behind beside its target. Called at the end of a
   * run that has left nothing to be continued.
   */
  default void tidy() throws IOException {}

  /** Whether it needs checkpoints even where the input is bounded. */
  default boolean needsCheckpoints() {
    return false;
  }

  /** Why it cannot work in a job that takes checkpoints at an interval; null if it can. */
  default @Nullable OptionProblem problemWithInterval(Duration every) {
    return null;
  }

  /** The path that it writes to, as the file says it; null if it writes to none. */
  default @Nullable String path() {
    return null;
  }

  /** The fields that it writes, in this order; null if it writes all. */
  default @Nullable List<FieldPath> fields() {
    return null;
  }

  /** Whether it deletes what others have written, when it is {@linkplain #prepare prepared}. */
  default boolean overwrites() {
    return false;
  }

  /** Where its output goes if the job runs on a cluster; null if it goes to the same place. */
  default @Nullable String placeOnCluster() {
    return null;
  }

  /** Whether it drops events, so that a run has no use for it. */
  default boolean discards() {
    return false;
  }

  /** Whether its reader in this process has gone away, so that further output is dropped. */
  default boolean hasLostReader() {
    return false;
  }
}
