// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.graph;

import io.drey.jobs.pipeline.Checkpoint;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.Settings;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.jspecify.annotations.Nullable;

/**
 * The options of a job on a cluster that is not Drey's: what the pipeline file says comes before
 * what Flink is configured with, and that before Drey's defaults.
 *
 * @param said what Flink is configured with, by its files and options
 */
public record ClusterSettings(Configuration said) {
  /** The parallelism of a pipeline. */
  public int parallelismOf(Pipeline pipeline) {
    Integer own = pipeline.settings().parallelism();
    return own == null ? Math.max(1, said.get(CoreOptions.DEFAULT_PARALLELISM)) : own;
  }

  /** The options of a pipeline's job that differ from what Flink is configured with. */
  public Configuration of(Pipeline pipeline, RunMode mode) {
    Configuration options = new Configuration();
    JobSettings.applyToEveryJob(pipeline, options);
    Settings settings = pipeline.settings();
    if (settings.stateBackend() != null) {
      options.set(StateBackendOptions.STATE_BACKEND, JobSettings.word(settings.stateBackend()));
    }
    boolean canGoWithout = JobSettings.isBounded(pipeline, mode) && !pipeline.needsCheckpoints();
    checkpoint(settings.checkpoint(), canGoWithout, options);
    settings.flink().forEach(options::setString);
    restart(pipeline, options);
    return options;
  }

  /** Whether a job takes checkpoints that no directory is named for. */
  public boolean lacksCheckpointDirectory(Configuration options) {
    Configuration all = with(options);
    return all.getOptional(CheckpointingOptions.CHECKPOINTING_INTERVAL).isPresent()
        && all.getOptional(CheckpointingOptions.CHECKPOINTS_DIRECTORY).isEmpty();
  }

  private void checkpoint(@Nullable Checkpoint checkpoint, boolean canGoWithout, Configuration to) {
    Duration every = checkpoint == null ? null : checkpoint.every();
    boolean isSaid = said.getOptional(CheckpointingOptions.CHECKPOINTING_INTERVAL).isPresent();
    if (every == null && !isSaid && (checkpoint != null || !canGoWithout)) {
      every = JobSettings.UNBOUNDED_EVERY;
    }
    if (every != null) {
      to.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, every);
    }
    if (checkpoint != null && checkpoint.dir() != null) {
      to.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, Directories.uri(checkpoint.dir()));
    }
    if (said.getOptional(CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION).isEmpty()) {
      to.set(
          CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
          ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    }
  }

  /** A number of attempts would end a job whose TaskManager is away for long. */
  private void restart(Pipeline pipeline, Configuration to) {
    Configuration all = with(to);
    if (!JobSettings.isReplayable(pipeline)) {
      to.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    } else if (all.getOptional(CheckpointingOptions.CHECKPOINTING_INTERVAL).isPresent()
        && all.getOptional(RestartStrategyOptions.RESTART_STRATEGY).isEmpty()) {
      to.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    }
  }

  private Configuration with(Configuration options) {
    Configuration all = new Configuration(said);
    all.addAll(options);
    return all;
  }
}
