// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import io.drey.jobs.graph.Directories;
import io.drey.jobs.graph.JobGraph;
import io.drey.jobs.graph.JobSettings;
import io.drey.jobs.graph.RunMode;
import io.drey.jobs.local.direct.DirectJob;
import io.drey.jobs.local.probe.Probes;
import io.drey.jobs.pipeline.Checkpoint;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.SinkEntry;
import io.drey.jobs.pipeline.StepEntry;
import io.drey.jobs.pipeline.Wiring;
import io.drey.jobs.sink.Sink;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** One run of a pipeline in this process: directly, or on an embedded cluster if it needs one. */
public final class LocalRun {
  private static final long LOOK_EVERY_MILLIS = 100;

  private final Pipeline pipeline;
  private final Wiring wiring;
  private final RunOptions options;
  private final Path temporary;
  private final Probes probes;
  private final RunCounts counts;
  private final CompletableFuture<RunningJob> started = new CompletableFuture<>();

  /**
   * Prepares a run.
   *
   * @param temporary a directory for this run only
   */
  public LocalRun(Pipeline pipeline, Wiring wiring, RunOptions options, Path temporary) {
    this(pipeline, wiring, options, temporary, Probes.NONE);
  }

  /** Prepares a run with what it adds to the job. */
  public LocalRun(
      Pipeline pipeline, Wiring wiring, RunOptions options, Path temporary, Probes probes) {
    this.pipeline = pipeline;
    this.wiring = wiring;
    this.options = options;
    this.temporary = temporary;
    this.probes = probes;
    this.counts = RunCounts.of(temporary.toString());
  }

  /** Why the run needs a cluster, such as {@code parallelism 2}; null if it needs none. */
  public @Nullable String clusterReason() {
    return ClusterReason.of(pipeline, options);
  }

  /**
   * Runs until the job has ended. The failure of a job is in the report, and is not thrown.
   *
   * @throws IOException if there is nothing to read, or a target cannot be written to
   * @param progress is called about every 100 ms
   */
  public RunReport execute(Consumer<RunCounts> progress)
      throws IOException, InterruptedException, ExecutionException {
    probes.onLimit(this::stop);
    long begun = System.nanoTime();
    RunningJob.Outcome outcome = runWithItsTargets(progress);
    Duration elapsed = Duration.ofNanos(System.nanoTime() - begun);
    RunCounts.forget(temporary.toString());
    return new RunReport(counts, elapsed, outcome.savepoint(), outcome.failure(), stopped());
  }

  private RunningJob.Outcome runWithItsTargets(Consumer<RunCounts> progress)
      throws IOException, InterruptedException, ExecutionException {
    RunMode mode =
        new RunMode(options.keepOpen(), options.fromSavepoint() != null, options.takesOver());
    try (HeldTargets targets = HeldTargets.of(pipeline)) {
      JobGraph.prepare(pipeline, mode);
      RunningJob.Outcome outcome = run(mode, progress);
      if (outcome.failure() == null && outcome.savepoint() == null) {
        targets.tidy();
      }
      return outcome;
    }
  }

  private RunningJob.Outcome run(RunMode mode, Consumer<RunCounts> progress)
      throws IOException, InterruptedException, ExecutionException {
    if (clusterReason() == null) {
      return toTheEnd(startDirectly(mode), progress);
    }
    StreamExecutionEnvironment env = onCluster(mode);
    JobClient client;
    try {
      client = env.executeAsync(pipeline.name());
    } catch (Exception e) { // declared
      RestoreFailure restore = restoreFailure();
      return new RunningJob.Outcome(null, restore == null ? e : restore.explained(e));
    }
    Stop stop = new Stop(pipeline, options.savepointDirectory(), temporary);
    return toTheEnd(new ClusterJob(client, stop, restoreFailure()), progress);
  }

  private @Nullable RestoreFailure restoreFailure() {
    String savepoint = options.fromSavepoint();
    return savepoint == null ? null : new RestoreFailure(pipeline, wiring, savepoint);
  }

  private RunningJob startDirectly(RunMode mode) {
    Configuration configuration = new Configuration();
    apply(mode, configuration);
    StreamExecutionEnvironment env = new StreamExecutionEnvironment(configuration);
    JobGraph.build(env, pipeline, wiring, mode, probes);
    RunCountsReporter reporter = new RunCountsReporter(counts);
    return new DirectlyRunning(DirectJob.start(env, configuration, temporary, reporter));
  }

  private StreamExecutionEnvironment onCluster(RunMode mode) throws IOException {
    // a local one: nothing but a test sets another
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(clusterConfiguration(mode));
    JobGraph.build(env, pipeline, wiring, mode, probes);
    return env;
  }

  private RunningJob.Outcome toTheEnd(RunningJob job, Consumer<RunCounts> progress)
      throws InterruptedException, ExecutionException {
    started.complete(job);
    return job.outcome(await(job, progress));
  }

  /** Ends the job cleanly, from another thread; at once if it has not started yet. */
  public void stop() {
    CompletableFuture<Void> unused = started.thenAccept(RunningJob::stop);
  }

  private void apply(RunMode mode, Configuration configuration) {
    String checkpoints = Directories.uri(temporary.resolve("checkpoints").toString());
    JobSettings.apply(pipeline, mode, checkpoints, configuration);
    if (!keepsState()) {
      JobSettings.fixParallelism(configuration);
    }
    options.jars().options(pipeline.settings().flink()).forEach(configuration::setString);
  }

  /** Whether another job, perhaps on another cluster, can go on from the state of this one. */
  private boolean keepsState() {
    Checkpoint checkpoint = pipeline.settings().checkpoint();
    return options.fromSavepoint() != null
        || options.savepointDirectory() != null
        || (checkpoint != null && checkpoint.dir() != null);
  }

  private Configuration clusterConfiguration(RunMode mode) throws IOException {
    Configuration configuration = LocalConfiguration.of(temporary);
    LocalConfiguration.count(configuration, temporary.toString());
    apply(mode, configuration);
    if (options.fromSavepoint() != null) {
      configuration.set(
          StateRecoveryOptions.SAVEPOINT_PATH, SavepointPath.resolve(options.fromSavepoint()));
      configuration.set(
          StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, options.allowNonRestored());
    }
    if (options.uiPort() != null) {
      configuration.set(RestOptions.BIND_PORT, options.uiPort().toString());
    }
    return configuration;
  }

  private @Nullable Throwable await(RunningJob job, Consumer<RunCounts> progress)
      throws InterruptedException {
    CaughtUp caughtUp = new CaughtUp(pipeline, counts);
    while (true) {
      try {
        job.end().get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return null;
      } catch (ExecutionException e) {
        return e.getCause();
      } catch (TimeoutException stillRunning) {
        pipeline.steps().forEach(step -> counts.state(step.id()));
        progress.accept(counts);
        if (isUseless() || stopped() != null || (options.keepOpen() && caughtUp.isReached())) {
          job.stop();
        }
      }
    }
  }

  /** The limit that is reached, or which step has asked for the end of the run; null if none. */
  private @Nullable String stopped() {
    String limit = probes.reached();
    if (limit != null) {
      return limit;
    }
    for (StepEntry step : pipeline.steps()) {
      String why = step.step().endOfRun();
      if (why != null) {
        return "step '" + step.id() + "': " + why;
      }
    }
    return null;
  }

  /** Whether all output went to a reader that has exited. */
  private boolean isUseless() {
    List<Sink> sinks = pipeline.sinks().values().stream().map(SinkEntry::sink).toList();
    return sinks.stream().anyMatch(Sink::hasLostReader)
        && sinks.stream().allMatch(sink -> sink.hasLostReader() || sink.discards());
  }
}
