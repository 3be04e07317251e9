// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.faults;

import io.drey.job.process.Await;
import io.drey.job.process.EndedProcess;
import io.drey.job.process.FlinkDistribution;
import io.drey.job.process.JavaProcess;
import io.drey.job.process.Ports;
import io.drey.job.process.Rest;
import io.drey.job.process.RunningJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A Flink cluster of processes: two JobManagers, of which one leads, and TaskManagers with one slot
 * each. What is killed is replaced at once.
 */
final class Cluster {
  static final int TASK_MANAGERS = 2;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /**
   * A JobManager that may lead.
   *
   * @param name of its log
   */
  private record JobManager(String name, int port, JavaProcess process) {}

  /**
   * A TaskManager.
   *
   * @param port at which others read from it
   */
  private record TaskManager(int port, JavaProcess process) {}

  private final Path directory;
  private final Rest rest = new Rest();
  private final List<JobManager> jobManagers = new ArrayList<>();
  private final List<TaskManager> taskManagers = new ArrayList<>();
  private final FlinkDistribution flink;
  private int started;

  private Cluster(Path directory, ZooKeeper zooKeeper, Map<String, String> options)
      throws IOException {
    this.directory = directory;
    Map<String, String> all = new TreeMap<>(options(zooKeeper));
    all.putAll(options);
    this.flink = new FlinkDistribution(directory.resolve("flink"), all, List.of());
  }

  /** Starts one, and waits until it has all slots. */
  static Cluster start(Path directory, ZooKeeper zooKeeper, Map<String, String> options)
      throws Exception {
    Cluster cluster = new Cluster(directory, zooKeeper, options);
    cluster.startJobManager();
    cluster.startJobManager();
    for (int i = 0; i < TASK_MANAGERS; i++) {
      cluster.startTaskManager();
    }
    Await.until(
        "the slots of the TaskManagers",
        PATIENCE,
        () -> cluster.rest.get("/overview").path("slots-total").asInt() == TASK_MANAGERS);
    return cluster;
  }

  /** Where the checkpoints of a cluster are. */
  static Path checkpoints(Path directory) {
    return directory.resolve("checkpoints");
  }

  private Map<String, String> options(ZooKeeper zooKeeper) {
    return Map.ofEntries(
        Map.entry("metrics.reporters", ""),
        Map.entry("taskmanager.numberOfTaskSlots", "1"),
        Map.entry("execution.checkpointing.dir", checkpoints(directory).toUri().toString()),
        Map.entry("execution.checkpointing.savepoint-dir", ""),
        // a machine that is busy with other tests must not look like one that is lost
        Map.entry("heartbeat.interval", "1 s"),
        Map.entry("heartbeat.timeout", "20 s"),
        Map.entry("restart-strategy.exponential-delay.max-backoff", "2 s"),
        Map.entry("high-availability.type", "zookeeper"),
        Map.entry("high-availability.zookeeper.quorum", zooKeeper.address()),
        Map.entry("high-availability.zookeeper.client.session-timeout", "10 s"),
        Map.entry("high-availability.storageDir", directory.resolve("ha").toUri().toString()));
  }

  Rest rest() {
    return rest;
  }

  private void startJobManager() throws IOException {
    String name = "jobmanager-" + ++started;
    int port = Ports.free();
    jobManagers.add(new JobManager(name, port, flink.startJobManager(name, port)));
    rest.add(port);
  }

  private void startTaskManager() throws IOException, InterruptedException {
    String name = "taskmanager-" + ++started;
    int port = Ports.free();
    taskManagers.add(new TaskManager(port, flink.startTaskManager(name, port)));
  }

  /** The ports through which TaskManagers exchange events. */
  List<Integer> dataPorts() {
    return taskManagers.stream().map(TaskManager::port).toList();
  }

  /** How many bytes the objects of the TaskManagers take, once garbage is collected. */
  long livingBytes() throws IOException, InterruptedException {
    long bytes = 0;
    for (TaskManager taskManager : taskManagers) {
      bytes += taskManager.process().livingBytes();
    }
    return bytes;
  }

  /**
   * Kills the TaskManager that is the longest there, and starts another one.
   *
   * @return the killed one
   */
  JavaProcess killTaskManager() throws IOException, InterruptedException {
    JavaProcess victim = taskManagers.remove(0).process();
    victim.kill();
    startTaskManager();
    return victim;
  }

  /**
   * Kills the JobManager that leads, and starts another one.
   *
   * @return the killed one
   */
  JavaProcess killLeader() throws Exception {
    Await.until("a leader", PATIENCE, () -> jobManagers.stream().anyMatch(this::leads));
    JobManager leader = jobManagers.stream().filter(this::leads).findFirst().orElseThrow();
    jobManagers.remove(leader);
    rest.remove(leader.port());
    leader.process().kill();
    startJobManager();
    return leader.process();
  }

  private boolean leads(JobManager candidate) {
    return lines(candidate.name()).stream()
        .filter(line -> line.contains("leadership"))
        .reduce((before, last) -> last)
        .filter(last -> last.contains("was granted leadership with leaderSessionID"))
        .isPresent();
  }

  private List<String> lines(String name) {
    try {
      return Files.readAllLines(flink.log(name)).stream()
          .filter(line -> line.contains("DispatcherRestEndpoint"))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /**
   * Submits a pipeline, and waits until all its tasks run.
   *
   * @param options of {@code drey submit}
   */
  RunningJob submit(Path pipeline, String... options) throws Exception {
    RunningJob job = RunningJob.submitted(flink, rest, pipeline, options);
    job.awaitRunning();
    return job;
  }

  /** Stops a job and returns its savepoint. */
  String stop(RunningJob job, Path savepoints) throws Exception {
    String address = "127.0.0.1:" + jobManagers.get(0).port();
    return drey("stop", job.id(), "-m", address, "--savepoint", savepoints.toString())
        .printed("savepoint");
  }

  EndedProcess drey(String... arguments) throws Exception {
    return flink.drey(arguments);
  }
}
