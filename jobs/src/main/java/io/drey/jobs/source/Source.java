package io.drey.jobs.source;

import io.drey.jobs.source.line.InputFormat;
import io.drey.jobs.stream.NamedStreams;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** A source of a pipeline file; its options are the record's components. */
public interface Source {
  InputFormat format();

  /** The time options, or null if there are none. */
  @Nullable TimeOptions time();

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

  /** Whether processing time is the default for its events. */
  default boolean isTimedByArrival() {
    return !isBounded();
  }

  /** Whether several readers or files are read at once, so that events have no fixed order. */
  default boolean parallel() {
    return false;
  }
}
