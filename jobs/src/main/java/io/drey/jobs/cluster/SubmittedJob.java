// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cluster;

import io.drey.jobs.function.UserJars;
import io.drey.jobs.graph.ClusterSettings;
import io.drey.jobs.graph.JobGraph;
import io.drey.jobs.graph.RunMode;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.SinkEntry;
import io.drey.jobs.pipeline.Wiring;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The job of a pipeline on the cluster that Flink's client has chosen. It is made where the main
 * method of the job jar runs, possibly several times for one job, and so it looks at no target and
 * deletes nothing.
 *
 * @param said what Flink is configured with
 */
public record SubmittedJob(Configuration said) {
  /** Where main runs in the cluster, and not in the process of the client. */
  private static final String INSIDE = "embedded";

  /** The job of the main method that runs. */
  public static SubmittedJob current() {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    return new SubmittedJob(Configuration.fromMap(env.getConfiguration().toMap()));
  }

  /** Whether main runs in a process of the cluster, whose end would be the cluster's. */
  public boolean isInCluster() {
    return INSIDE.equals(said.get(DeploymentOptions.TARGET));
  }

  private boolean isRestored() {
    return said.getOptional(StateRecoveryOptions.SAVEPOINT_PATH).isPresent();
  }

  /**
   * Checks what a pipeline cannot do on a cluster.
   *
   * @throws IllegalArgumentException if there is such a thing; the message says what to do
   */
  public void check(Pipeline pipeline, CheckedBefore before) {
    for (SinkEntry sink : pipeline.sinks().values()) {
      if (sink.sink().overwrites() && !before.isCleared() && !isRestored()) {
        throw new IllegalArgumentException(
            "Cannot overwrite what sink '"
                + sink.id()
                + "' wrote before: main may run again (drey submit deletes it once)");
      }
    }
    ClusterSettings settings = new ClusterSettings(said);
    Configuration options = settings.of(pipeline, mode());
    if (!before.needsNoDirectory() && settings.lacksCheckpointDirectory(options)) {
      throw new IllegalArgumentException(
          "Missing checkpoint directory: the JobManager's memory holds checkpoints of up to 5 MB"
              + " (settings.checkpoint.dir or -Dexecution.checkpointing.dir=URI names one,"
              + " --no-checkpoint-dir goes without)");
    }
  }

  /**
   * Starts a job, and waits for its end unless Flink's client is detached.
   *
   * @param jars with the user's classes, besides those that Flink knows of
   */
  public void execute(Pipeline written, Wiring wiring, UserJars jars) throws Exception {
    ClusterSettings settings = new ClusterSettings(said);
    Pipeline pipeline = written.withParallelism(settings.parallelismOf(written));
    Configuration options = settings.of(pipeline, mode());
    Set<String> all = jars(options, jars);
    if (!all.isEmpty()) {
      options.set(PipelineOptions.JARS, List.copyOf(all));
    }
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(options);
    JobGraph.build(env, pipeline, wiring, mode());
    env.execute(pipeline.name());
  }

  private RunMode mode() {
    return new RunMode(false, isRestored());
  }

  /** Those of Flink, the job jar among them, those of the pipeline file, and the user's. */
  private Set<String> jars(Configuration options, UserJars own) {
    Set<String> all = new LinkedHashSet<>();
    all.addAll(said.getOptional(PipelineOptions.JARS).orElse(List.of()));
    all.addAll(options.getOptional(PipelineOptions.JARS).orElse(List.of()));
    own.files().forEach(file -> all.add(file.toAbsolutePath().toUri().toString()));
    return all;
  }
}
