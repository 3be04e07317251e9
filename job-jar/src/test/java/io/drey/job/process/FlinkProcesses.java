// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.job.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.util.FileUtils;

/**
 * A Flink cluster of processes: a JobManager with the adaptive scheduler, and a TaskManager. Its
 * configuration is the one in {@code conf/flink}, and what a test needs besides.
 */
public final class FlinkProcesses implements AutoCloseable {
  /** Of the tests that need such a cluster. */
  public static final String TAG = "full";

  private static final int SLOTS = 8;

  private static FlinkProcesses shared;

  private final Rest rest = new Rest();
  private final int restPort = Ports.free();
  private final int metricsPort = Ports.freePair();
  private final FlinkDistribution flink;
  private JavaProcess jobManager;
  private JavaProcess taskManager;

  private FlinkProcesses(Path home, List<Path> jars) throws IOException {
    FileUtils.deleteDirectoryQuietly(home.toFile());
    flink =
        new FlinkDistribution(
            home,
            Map.of(
                "jobmanager.rpc.port",
                "" + Ports.free(),
                "jobmanager.scheduler",
                "adaptive",
                "jobmanager.adaptive-scheduler.executing.cooldown-after-rescaling",
                "0 s",
                "jobmanager.adaptive-scheduler.executing.resource-stabilization-timeout",
                "0 s",
                "rest.port",
                "" + restPort,
                "taskmanager.numberOfTaskSlots",
                "" + SLOTS,
                "metrics.reporter.prom.port",
                metricsPort + "-" + (metricsPort + 1),
                "execution.checkpointing.dir",
                home.resolve("checkpoints").toUri().toString(),
                "execution.checkpointing.savepoint-dir",
                ""),
            jars);
  }

  /** The cluster of most tests, which is started for the first one, and ends with this JVM. */
  public static synchronized FlinkProcesses shared() throws Exception {
    if (shared == null) {
      shared = start("shared", List.of());
    }
    return shared;
  }

  /**
   * Starts one of its own.
   *
   * @param name of its directory
   * @param jars in the folder {@code lib}, besides Flink's
   */
  public static FlinkProcesses start(String name, List<Path> jars) throws Exception {
    Path home = Path.of(System.getProperty("drey.flink.home"), name);
    FlinkProcesses cluster = new FlinkProcesses(home, jars);
    cluster.rest.add(cluster.restPort);
    cluster.jobManager = cluster.flink.startJobManager("jobmanager", cluster.restPort);
    cluster.taskManager = cluster.flink.startTaskManager("taskmanager", Ports.free());
    Await.until(
        "the slots of the TaskManager, see " + home.resolve("log"),
        () -> cluster.rest.get("/overview").path("slots-total").asInt() == SLOTS);
    return cluster;
  }

  /** Runs Flink's client. */
  public EndedProcess flink(String... arguments) throws Exception {
    return flink.flink(arguments);
  }

  public EndedProcess drey(String... arguments) throws Exception {
    return flink.drey(arguments);
  }

  /**
   * Submits a pipeline, and does not wait for its end.
   *
   * @param options of {@code drey submit}
   */
  public RunningJob submit(Path pipeline, String... options) throws Exception {
    return RunningJob.submitted(flink, rest, pipeline, options);
  }

  public String address() {
    return "127.0.0.1:" + restPort;
  }

  public Rest rest() {
    return rest;
  }

  /** The metrics of the JobManager and the TaskManager, as Prometheus would scrape them. */
  public String metrics() throws IOException, InterruptedException {
    return rest.text(metricsPort, "/metrics") + rest.text(metricsPort + 1, "/metrics");
  }

  @Override
  public void close() throws InterruptedException {
    taskManager.kill();
    jobManager.kill();
  }
}
