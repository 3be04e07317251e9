// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.flink120;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Takes all snapshots in a directory, and writes there a file {@code snapshots} with a line for
 * each: its name, a space, its directory.
 */
public final class Main {
  private static final long SECONDS = 60;

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    List<String> lines = new ArrayList<>();
    try (MiniCluster cluster = cluster()) {
      cluster.start();
      for (Taking taking : Taking.values()) {
        lines.add(taking + " " + take(cluster, taking, directory.resolve(taking.toString())));
      }
    }
    Files.write(directory.resolve("snapshots"), lines);
    // a thread of some library must not keep the JVM
    System.exit(0);
  }

  static MiniCluster cluster() {
    return cluster(2);
  }

  static MiniCluster cluster(int slots) {
    Map<String, String> addresses =
        Map.of(
            "jobmanager.bind-host", "127.0.0.1",
            "taskmanager.bind-host", "127.0.0.1",
            "taskmanager.host", "127.0.0.1",
            "rest.bind-address", "127.0.0.1",
            "rest.address", "127.0.0.1");
    return new MiniCluster(
        new MiniClusterConfiguration.Builder()
            .setConfiguration(Configuration.fromMap(addresses))
            .setNumTaskManagers(1)
            .setNumSlotsPerTaskManager(slots)
            .withRandomPorts()
            .build());
  }

  private static String take(MiniCluster cluster, Taking taking, Path target) throws Exception {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(
            Configuration.fromMap(taking.settings(target.toUri().toString())));
    OldJob.build(environment);
    return take(cluster, environment, taking, target, OldJob.SOURCES);
  }

  /** Runs a job, and takes a snapshot after so many sources or records have been seen. */
  static String take(
      MiniCluster cluster,
      StreamExecutionEnvironment environment,
      Taking taking,
      Path target,
      int seen)
      throws Exception {
    JobGraph graph = environment.getStreamGraph().getJobGraph();
    EmitOnce.expect(seen);
    cluster.submitJob(graph).get(SECONDS, TimeUnit.SECONDS);
    EmitOnce.await();
    awaitRunning(cluster, graph.getJobID());
    String path =
        taking.format() == null
            ? cluster.triggerCheckpoint(graph.getJobID()).get(SECONDS, TimeUnit.SECONDS)
            : cluster
                .triggerSavepoint(graph.getJobID(), target.toString(), false, taking.format())
                .get(SECONDS, TimeUnit.SECONDS);
    cluster.cancelJob(graph.getJobID()).get(SECONDS, TimeUnit.SECONDS);
    cluster.requestJobResult(graph.getJobID()).get(SECONDS, TimeUnit.SECONDS);
    return path.replaceFirst("^file:", "");
  }

  /** All tasks run as soon as a snapshot is not refused because one does not. */
  private static void awaitRunning(MiniCluster cluster, JobID job) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (cluster.getJobStatus(job).get() != JobStatus.RUNNING || !allRun(cluster, job)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("The job does not run");
      }
      Thread.onSpinWait();
    }
  }

  private static boolean allRun(MiniCluster cluster, JobID job) throws Exception {
    for (var vertex : cluster.getExecutionGraph(job).get().getAllExecutionVertices()) {
      if (vertex.getExecutionState() != ExecutionState.RUNNING) {
        return false;
      }
    }
    return true;
  }
}
