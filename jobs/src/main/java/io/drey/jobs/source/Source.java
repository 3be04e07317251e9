// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source;

import io.drey.jobs.option.OptionProblem;
import io.drey.jobs.source.line.RecordFormat;
import io.drey.jobs.stream.NamedStreams;
import io.drey.operators.event.KeyPaths;
import java.io.IOException;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** A source of a pipeline file; its options are the record's components. */
public interface Source {
  /** The time options, or null if there are none. */
  @Nullable TimeOptions time();

  /** The word for the format of its records. */
  default String formatName() {
    return "json";
  }

  /** How its bytes are cut into records; null if it makes its events itself. */
  default @Nullable RecordFormat recordFormat() {
    return null;
  }

  /** Whether the input is bounded. */
  boolean isBounded();

  /**
   * Whether it can be read again from the position in a checkpoint; if not, the job cannot restart.
   */
  boolean isReplayable();

  /**
   * Adds the source to a job. Its side output is {@code malformed}; the uids of its operators are
   * the id and {@code <id>-malformed}.
   */
  NamedStreams open(StreamExecutionEnvironment env, SourceContext context);

  /**
   * Checks that there is something to read. Called where the job is started, just before.
   *
   * @throws IOException if there is not; the message names the source
   */
  default void prepare(String id) throws IOException {}

  /**
   * The files it would read now, in their order; empty if it reads none.
   *
   * @throws IOException if they cannot be listed, or there are none
   */
  default List<String> files() throws IOException {
    return List.of();
  }

  /** What its options can hardly mean. */
  default List<OptionProblem> warnings() {
    return List.of();
  }

  /** The paths that it reads, as the file says them; none if it does not read files. */
  default List<String> paths() {
    return List.of();
  }

  /** Whether it reads what belongs to the process that starts the job. */
  default boolean isOfThisProcess() {
    return false;
  }

  /** The same source with another path; null if it does not read files. */
  default @Nullable Source withPath(String path) {
    return null;
  }

  /**
   * Whether its readers stay open after their last record where {@link SourceContext#keepOpen} says
   * so, and then report 1 in the gauge {@code caughtUp}.
   */
  default boolean reportsCaughtUp() {
    return false;
  }

  /** Whether processing time is the default for its events. */
  default boolean isTimedByArrival() {
    return !isBounded();
  }

  /**
   * Why the events of a key may come in another order in another run, as said of the source; null
   * if they do not.
   */
  default @Nullable String disorder(KeyPaths key) {
    return parallel() ? "is read in parallel" : null;
  }

  /** Whether several readers or files are read at once, so that events have no fixed order. */
  default boolean parallel() {
    return false;
  }

  /** The number of its readers in a job with that parallelism. */
  default int readers(int parallelism) {
    return parallel() ? parallelism : 1;
  }
}
