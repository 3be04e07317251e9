package io.drey.jobs.source;

import io.drey.jobs.source.line.InputFormat;
import io.drey.jobs.stream.NamedStreams;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** A source of a pipeline file; its options are the record's components. */
public interface Source {
  InputFormat format();

  /** How events are timed, or null where nothing is said. */
  @Nullable TimeOptions time();

  /** Whether its input ends by itself. */
  boolean isBounded();

  /**
   * Whether it can be read again from where a checkpoint left it; if not, the job can't restart.
   */
  boolean isReplayable();

  /**
   * Adds the source to a job. Its named output is {@code malformed}; its operators' uids are the id
   * and {@code <id>-malformed}.
   */
  NamedStreams open(StreamExecutionEnvironment env, SourceContext context);

  /** Whether its events, unless it says otherwise, have the time at which they are seen. */
  default boolean isTimedByArrival() {
    return !isBounded();
  }

  /** Whether it is read at several places at once, so that its events come in no fixed order. */
  default boolean parallel() {
    return false;
  }
}
