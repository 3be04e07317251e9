// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.faults;

import io.drey.job.process.Await;
import io.drey.job.process.Broker;
import io.drey.job.process.EndedProcess;
import io.drey.job.process.JavaProcess;
import io.drey.job.process.RunningJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A run of the pipeline on a cluster, from Kafka to Kafka, to which things happen. */
final class FaultRun implements AutoCloseable {
  /** Long enough that checkpoints fail. */
  private static final Duration OUTAGE = Duration.ofSeconds(5);

  private static final Duration OBSERVED_EVERY = Duration.ofSeconds(30);

  private static final int OUTPUT_PARTITIONS = 2;

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Traffic traffic;
  private final int rate;
  private final RunDirectory directory;
  private final Diary diary;
  private Broker broker;
  private Cluster cluster;
  private Load load;
  private RunningJob job;

  /**
   * @param name of its directory
   * @param rate of the load, in records per second
   */
  FaultRun(String name, Traffic traffic, int rate) throws IOException {
    this.traffic = traffic;
    this.rate = rate;
    this.directory = new RunDirectory(name);
    this.diary = new Diary(directory.resolve("diary.txt"));
  }

  /**
   * Starts all processes, the job and the load.
   *
   * @param options of Flink, besides those that every cluster has
   * @param settings of the pipeline
   */
  void start(Map<String, String> options, String settings) throws Exception {
    broker = Broker.start(directory.resolve("broker"));
    broker.createTopic(PipelineFile.INPUT, Traffic.PARTITIONS);
    for (Output output : Output.values()) {
      broker.createTopic(output.topic(), OUTPUT_PARTITIONS);
    }
    ZooKeeper zooKeeper = ZooKeeper.start(directory.path());
    cluster = Cluster.start(directory.path(), zooKeeper, options);
    diary.note("broker, ZooKeeper, two JobManagers and two TaskManagers run");
    Files.writeString(pipeline(), PipelineFile.text(broker.address(), traffic, settings));
    job = cluster.submit(pipeline());
    load = Load.start(broker, traffic, rate);
    diary.note("the job runs, %,d records a second are sent".formatted(rate));
  }

  private Path pipeline() {
    return directory.resolve("pipeline.yaml");
  }

  /** Where the checkpoints of the job are. */
  Path checkpoints() {
    return Cluster.checkpoints(directory.path());
  }

  /** Waits until the job has taken a checkpoint from now on. */
  void awaitCheckpoint() throws Exception {
    job.awaitCheckpoint(System.currentTimeMillis());
  }

  /** Kills one after some records, and waits for nothing: without checkpoints there is none. */
  void killTaskManagerAfter(int records) throws Exception {
    Await.until(records + " records", PATIENCE, () -> load.sent() > records);
    fault("kill -9 of " + cluster.killTaskManager());
  }

  void killTaskManager() throws Exception {
    JavaProcess killed = cluster.killTaskManager();
    fault("kill -9 of " + killed);
    recover();
  }

  void killLeader() throws Exception {
    JavaProcess killed = cluster.killLeader();
    fault("kill -9 of " + killed + ", which was the leader");
    recover();
  }

  void killLeaderAndTaskManager() throws Exception {
    JavaProcess leader = cluster.killLeader();
    fault("kill -9 of " + leader + " and " + cluster.killTaskManager());
    recover();
  }

  /** Has no space left for checkpoints until one has failed. */
  void fill(SmallDisk disk) throws Exception {
    disk.fill();
    fault("the disk of checkpoints is full");
    job.awaitFailure();
    disk.free();
    fault("a checkpoint has failed, there is space again");
    recover();
  }

  /** Cuts the network between the TaskManagers. */
  void cutNetwork(Duration length) throws Exception {
    NetworkCut cut = NetworkCut.of(cluster.dataPorts());
    fault("cut of the network between the TaskManagers");
    Thread.sleep(length.toMillis());
    cut.end();
    fault("end of the cut");
    recover();
  }

  void restartBroker() throws Exception {
    fault("stop of " + broker);
    broker.stop();
    Await.until("the load to wait", PATIENCE, () -> load.sinceAcknowledged().compareTo(OUTAGE) > 0);
    broker.start();
    fault("start of " + broker);
    recover();
  }

  /** Stops the job, plans a changed pipeline, and has that continue. */
  void rollOut(UnaryOperator<String> change) throws Exception {
    Files.writeString(pipeline(), change.apply(Files.readString(pipeline())));
    String savepoint = cluster.stop(job, directory.resolve("savepoints"));
    fault("stop of the job with a savepoint");
    EndedProcess plan = cluster.drey("state", "plan", savepoint, pipeline().toString());
    if (plan.exit() != 0) {
      throw new IllegalStateException("The changed pipeline cannot continue: " + plan);
    }
    job = cluster.submit(pipeline(), "--from-savepoint", savepoint);
    fault("start of the changed pipeline");
    recover();
  }

  /** Lets the job run, and returns the most that is observed in each period. */
  List<Vitals> soak(int periods, Duration length) throws Exception {
    List<Vitals> all = new ArrayList<>();
    for (int period = 0; period < periods; period++) {
      Vitals most = Vitals.of(cluster, job, load::sent);
      double end = diary.seconds() + length.toSeconds();
      while (diary.seconds() < end) {
        Thread.sleep(OBSERVED_EVERY.toMillis());
        most = most.orMore(Vitals.of(cluster, job, load::sent));
      }
      all.add(most);
      diary.note("%s, after %,d records".formatted(most, load.sent()));
    }
    return all;
  }

  private void fault(String what) throws IOException {
    diary.note("%s, after %,d records".formatted(what, load.sent()));
  }

  private void recover() throws Exception {
    double before = diary.seconds();
    awaitCheckpoint();
    diary.note("  a new checkpoint after %.1f s".formatted(diary.seconds() - before));
    if (load.isOver()) {
      throw new IllegalStateException("The load was over before the job had recovered");
    }
  }

  /**
   * Waits for the end of the load and the job, and compares.
   *
   * @return a difference for each output, which may be none
   */
  List<Difference> end() throws Exception {
    load.end();
    Await.until("the end of the load", PATIENCE, load::isAcknowledged);
    diary.note("all %,d records are sent".formatted(traffic.size()));
    job.awaitEnd(PATIENCE);
    diary.note("the job has ended");
    Outputs expected = Reference.of(traffic);
    Outputs actual = new OutputTopics(broker, directory.resolve("topics")).read();
    List<Difference> differences =
        Arrays.stream(Output.values())
            .map(output -> Difference.between(output, expected, actual))
            .toList();
    for (Difference difference : differences) {
      diary.note("%s, of %,d".formatted(difference, expected.size(difference.output())));
      Files.write(
          directory.resolve("differences-" + difference.output().topic() + ".txt"),
          difference.lines());
    }
    return differences;
  }

  /** Says that nothing of it needs to be kept. */
  void succeed() {
    directory.succeed();
  }

  @Override
  public void close() throws Exception {
    if (load != null) {
      load.close();
    }
    try {
      if (job != null) {
        job.record(directory.path());
      }
    } finally {
      JavaProcess.killAll();
      directory.close();
    }
  }
}
