// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionVertex;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.testutils.CommonTestUtils;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs jobs, in one cluster for all tests of the JVM, and takes their savepoints. */
public final class TestingCluster {
  private static final Map<String, String> ADDRESSES =
      Map.of(
          "jobmanager.bind-host", "127.0.0.1",
          "taskmanager.bind-host", "127.0.0.1",
          "taskmanager.host", "127.0.0.1",
          "rest.bind-address", "127.0.0.1",
          "rest.address", "127.0.0.1");

  private static final MiniCluster CLUSTER = start();

  private TestingCluster() {}

  private static MiniCluster start() {
    Configuration configuration = Configuration.fromMap(ADDRESSES);
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(8)
                .withRandomPorts()
                .build());
    try {
      cluster.start();
    } catch (Exception e) {
      throw new IllegalStateException("Failed to start a cluster", e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> cluster.closeAsync().join()));
    return cluster;
  }

  /**
   * Takes a savepoint after all that the sources emit at once.
   *
   * @return its directory
   */
  public static Path savepoint(
      Map<String, String> settings,
      Consumer<StreamExecutionEnvironment> pipeline,
      SavepointFormatType format,
      Path target)
      throws Exception {
    return run(settings, pipeline, job -> takeSavepoint(job, format, target));
  }

  /**
   * Takes a canonical savepoint after something has happened.
   *
   * @return its directory
   */
  public static Path savepointAfter(
      CountDownLatch happening,
      Map<String, String> settings,
      Consumer<StreamExecutionEnvironment> pipeline,
      Path target)
      throws Exception {
    return run(
        settings,
        pipeline,
        job -> {
          if (!happening.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Nothing has happened");
          }
        },
        job -> takeSavepoint(job, SavepointFormatType.CANONICAL, target));
  }

  /** Takes canonical savepoints until one is as it should be; returns its directory. */
  public static Path savepointOnce(
      Predicate<Path> isDue,
      Map<String, String> settings,
      Consumer<StreamExecutionEnvironment> pipeline,
      Path target)
      throws Exception {
    return run(
        settings,
        pipeline,
        job -> {},
        job -> {
          String path = takeSavepoint(job, SavepointFormatType.CANONICAL, target);
          while (!isDue.test(Path.of(path.replaceFirst("^file:", "")))) {
            path = takeSavepoint(job, SavepointFormatType.CANONICAL, target);
          }
          return path;
        });
  }

  private static String takeSavepoint(JobID job, SavepointFormatType format, Path target)
      throws Exception {
    return CLUSTER
        .triggerSavepoint(job, target.toString(), false, format)
        .get(100, TimeUnit.SECONDS);
  }

  /** Takes a checkpoint in the directory the settings name, and retains it. */
  public static Path checkpoint(
      Map<String, String> settings, Consumer<StreamExecutionEnvironment> pipeline)
      throws Exception {
    return run(settings, pipeline, TestingCluster::takeCheckpoint);
  }

  /** The same once a part of the job has ended, for which it waits for checkpoints too. */
  public static Path checkpointOfTheRest(
      Map<String, String> settings, Consumer<StreamExecutionEnvironment> pipeline)
      throws Exception {
    return run(
        settings,
        pipeline,
        job -> {
          while (!hasFinishedTasks(job)) {
            // one that a task ends in fails
            CLUSTER
                .triggerCheckpoint(job)
                .handle((path, failure) -> job)
                .get(100, TimeUnit.SECONDS);
          }
          return takeCheckpoint(job);
        });
  }

  /** Whether a job starts from a savepoint, and gets on with the state in it. */
  public static boolean startsFrom(
      Path savepoint,
      Map<String, String> settings,
      Consumer<StreamExecutionEnvironment> pipeline,
      Path target)
      throws Exception {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(Configuration.fromMap(settings));
    pipeline.accept(environment);
    JobGraph graph = environment.getStreamGraph().getJobGraph();
    graph.setSavepointRestoreSettings(SavepointRestoreSettings.forPath(savepoint.toString()));
    JobID job = graph.getJobID();
    EmitOnce.expect(job);
    CLUSTER.submitJob(graph).get(60, TimeUnit.SECONDS);
    CompletableFuture<JobResult> end = CLUSTER.requestJobResult(job);
    while (!end.isDone()) {
      if (EmitOnce.hasEmitted(job) && isSnapshot(job, target)) {
        CLUSTER.cancelJob(job).get(60, TimeUnit.SECONDS);
        end.get(60, TimeUnit.SECONDS);
        return true;
      }
    }
    return false;
  }

  /** Not before all of its tasks run. */
  private static boolean isSnapshot(JobID job, Path target) throws Exception {
    return CLUSTER
        .triggerSavepoint(job, target.toString(), false, SavepointFormatType.CANONICAL)
        .handle((path, failure) -> failure == null)
        .completeOnTimeout(false, 10, TimeUnit.SECONDS)
        .get();
  }

  private static String takeCheckpoint(JobID job) throws Exception {
    return CLUSTER.triggerCheckpoint(job).get(100, TimeUnit.SECONDS);
  }

  private static boolean hasFinishedTasks(JobID job) throws Exception {
    for (AccessExecutionVertex task :
        CLUSTER.getExecutionGraph(job).get(60, TimeUnit.SECONDS).getAllExecutionVertices()) {
      if (task.getExecutionState() == ExecutionState.FINISHED) {
        return true;
      }
    }
    return false;
  }

  /** Runs a job to its end. */
  public static void finish(StreamExecutionEnvironment environment) throws Exception {
    JobGraph graph = environment.getStreamGraph().getJobGraph();
    CLUSTER.submitJob(graph).get(60, TimeUnit.SECONDS);
    CLUSTER
        .requestJobResult(graph.getJobID())
        .get(100, TimeUnit.SECONDS)
        .toJobExecutionResult(TestingCluster.class.getClassLoader());
  }

  private static Path run(
      Map<String, String> settings,
      Consumer<StreamExecutionEnvironment> pipeline,
      Snapshot snapshot)
      throws Exception {
    return run(settings, pipeline, EmitOnce::await, snapshot);
  }

  private static Path run(
      Map<String, String> settings,
      Consumer<StreamExecutionEnvironment> pipeline,
      Waiting waiting,
      Snapshot snapshot)
      throws Exception {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(Configuration.fromMap(settings));
    pipeline.accept(environment);
    JobGraph graph = environment.getStreamGraph().getJobGraph();
    EmitOnce.expect(graph.getJobID());
    CLUSTER.submitJob(graph).get(60, TimeUnit.SECONDS);
    try {
      CommonTestUtils.waitForAllTaskRunning(CLUSTER, graph.getJobID(), true);
      waiting.await(graph.getJobID());
      String path = snapshot.take(graph.getJobID());
      return Path.of(path.replaceFirst("^file:", ""));
    } finally {
      CLUSTER.cancelJob(graph.getJobID()).get(60, TimeUnit.SECONDS);
      CLUSTER.requestJobResult(graph.getJobID()).get(60, TimeUnit.SECONDS);
    }
  }

  private interface Waiting {
    void await(JobID job) throws Exception;
  }

  private interface Snapshot {
    String take(JobID job) throws Exception;
  }
}
