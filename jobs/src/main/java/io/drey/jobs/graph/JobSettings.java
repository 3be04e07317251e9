// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.graph;

import io.drey.jobs.pipeline.Checkpoint;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.Settings;
import io.drey.jobs.source.Source;
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

/** The {@code settings} of a pipeline as Flink options, with their defaults. */
public final class JobSettings {
  private static final Duration UNBOUNDED_EVERY = Duration.ofSeconds(10);
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
    configuration.set(PipelineOptions.NAME, pipeline.name());
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    // No function of a pipeline is a closure: what a file names has a constructor.
    configuration.set(
        PipelineOptions.CLOSURE_CLEANER_LEVEL, ExecutionConfig.ClosureCleanerLevel.NONE);
    Settings settings = pipeline.settings();
    configuration.set(
        StateBackendOptions.STATE_BACKEND, settings.stateBackend().name().toLowerCase(Locale.ROOT));
    Duration every = checkpointInterval(pipeline, mode);
    if (every != null) {
      checkpoint(settings.checkpoint(), every, scratch, configuration);
    }
    restart(pipeline, every != null, configuration);
    settings.flink().forEach(configuration::setString);
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

  /** A job restarts from its checkpoints unless a source cannot be read again. */
  private static void restart(Pipeline pipeline, boolean checkpointed, Configuration to) {
    boolean replayable = pipeline.sourceDefinitions().stream().allMatch(Source::isReplayable);
    if (!checkpointed || !replayable) {
      to.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
      return;
    }
    to.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    to.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, RESTARTS);
    to.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofSeconds(1));
  }
}
