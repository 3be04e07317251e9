// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.graph;

import io.drey.jobs.pipeline.Checkpoint;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.Settings;
import io.drey.jobs.pipeline.StateBackend;
import io.drey.jobs.source.Source;
import io.drey.operators.rule.Subtasks;
import java.time.Duration;
import java.util.Locale;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.jspecify.annotations.Nullable;

/**
 * The {@code settings} of a pipeline as Flink options, with the defaults of a run on one machine.
 */
public final class JobSettings {
  static final Duration UNBOUNDED_EVERY = Duration.ofSeconds(10);
  private static final int RESTARTS = 3;

  private JobSettings() {}

  /** Whether every source is bounded. */
  public static boolean isBounded(Pipeline pipeline, RunMode mode) {
    return !mode.keepOpen() && pipeline.sourceDefinitions().stream().allMatch(Source::isBounded);
  }

  /**
   * Writes the settings into a configuration.
   *
   * @param scratch the checkpoint directory if the file names none
   */
  public static void apply(
      Pipeline pipeline, RunMode mode, String scratch, Configuration configuration) {
    applyToEveryJob(pipeline, configuration);
    Settings settings = pipeline.settings();
    StateBackend backend = settings.stateBackend();
    configuration.set(
        StateBackendOptions.STATE_BACKEND, word(backend == null ? StateBackend.HASHMAP : backend));
    Duration every = checkpointInterval(pipeline, mode);
    if (every != null) {
      checkpoint(settings.checkpoint(), every, scratch, configuration);
    }
    restart(pipeline, every != null, configuration);
    settings.flink().forEach(configuration::setString);
  }

  /** Fixes the parallelism of a job whose state ends with it. */
  public static void fixParallelism(Configuration configuration) {
    configuration.set(Subtasks.FIXED, true);
  }

  /** Writes what holds wherever a job runs, whatever others say. */
  static void applyToEveryJob(Pipeline pipeline, Configuration to) {
    to.set(PipelineOptions.NAME, pipeline.name());
    to.set(PipelineOptions.OBJECT_REUSE, true);
    to.set(PipelineOptions.GENERIC_TYPES, false);
    to.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    // No function of a pipeline is a closure: what a file names has a constructor.
    to.set(PipelineOptions.CLOSURE_CLEANER_LEVEL, ExecutionConfig.ClosureCleanerLevel.NONE);
    // A sink with one writer must not follow the step before it to other subtasks.
    to.set(PipelineOptions.OPERATOR_CHAINING_CHAIN_OPERATORS_WITH_DIFFERENT_MAX_PARALLELISM, false);
  }

  static String word(StateBackend backend) {
    return backend.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable Duration checkpointInterval(Pipeline pipeline, RunMode mode) {
    Checkpoint checkpoint = pipeline.settings().checkpoint();
    if (checkpoint != null) {
      return checkpoint.every() == null ? UNBOUNDED_EVERY : checkpoint.every();
    }
    return isBounded(pipeline, mode) && !pipeline.needsCheckpoints() ? null : UNBOUNDED_EVERY;
  }

  /** Whether the job checkpoints. */
  static boolean isCheckpointed(Pipeline pipeline, RunMode mode) {
    String asked =
        pipeline.settings().flink().get(CheckpointingOptions.CHECKPOINTING_INTERVAL.key());
    return asked != null || checkpointInterval(pipeline, mode) != null;
  }

  private static void checkpoint(
      @Nullable Checkpoint checkpoint, Duration every, String scratch, Configuration to) {
    String directory = checkpoint == null ? null : checkpoint.dir();
    to.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, every);
    to.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        directory == null ? scratch : Directories.uri(directory));
    to.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
  }

  static boolean isReplayable(Pipeline pipeline) {
    return pipeline.sourceDefinitions().stream().allMatch(Source::isReplayable);
  }

  /** A job restarts from its checkpoints unless a source cannot be read again. */
  private static void restart(Pipeline pipeline, boolean checkpointed, Configuration to) {
    if (!checkpointed || !isReplayable(pipeline)) {
      to.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
      return;
    }
    to.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    to.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, RESTARTS);
    to.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofSeconds(1));
  }
}
