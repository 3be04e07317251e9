// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static java.util.concurrent.CompletableFuture.completedFuture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.client.deployment.executors.LocalExecutor;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.PipelineOptionsInternal;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.core.execution.PipelineExecutor;
import org.apache.flink.core.execution.PipelineExecutorFactory;
import org.apache.flink.core.execution.PipelineExecutorServiceLoader;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.minicluster.RpcServiceSharing;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.FileUtils;

/**
 * One embedded cluster for all runs of this JVM: starting one costs more than most runs do. A run
 * with a web UI still starts its own, and so does every run of the program as a process.
 */
public final class SharedCluster extends MiniCluster {
  private static final int SLOTS = 8;

  private static boolean isUsed;

  private SharedCluster(Configuration configuration) {
    super(
        new MiniClusterConfiguration.Builder()
            .setConfiguration(configuration)
            .setRpcServiceSharing(RpcServiceSharing.SHARED)
            .setNumTaskManagers(1)
            .setNumSlotsPerTaskManager(SLOTS)
            .build());
  }

  /** From now on {@link LocalRun}s of this JVM share a cluster. */
  public static synchronized void use() {
    if (!isUsed) {
      isUsed = true;
      Environment.useFor(started());
    }
  }

  private static SharedCluster started() {
    try {
      Path temporary = Files.createTempDirectory("cluster");
      Configuration configuration = LocalConfiguration.of(temporary);
      SharedCountsReporter.configure(configuration);
      SharedCluster cluster = new SharedCluster(configuration);
      cluster.start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> cluster.end(temporary)));
      return cluster;
    } catch (Exception e) { // declared
      throw new IllegalStateException("Failed to start a cluster", e);
    }
  }

  private void end(Path temporary) {
    super.closeAsync().join();
    FileUtils.deleteDirectoryQuietly(temporary.toFile());
  }

  @Override
  public void start() throws Exception {
    if (!isRunning()) {
      super.start();
    }
  }

  /** A run ends its cluster, which others use after it. */
  @Override
  public CompletableFuture<Void> closeAsync() {
    return completedFuture(null);
  }

  /** A local environment, but for its cluster. */
  private static final class Environment extends StreamExecutionEnvironment {
    private Environment(MiniCluster cluster, Configuration configuration) {
      super(new Executors(cluster), configuration, null);
    }

    static void useFor(MiniCluster cluster) {
      initializeContextEnvironment(configuration -> of(cluster, configuration));
    }

    private static StreamExecutionEnvironment of(MiniCluster cluster, Configuration configuration) {
      Configuration local = new Configuration(configuration);
      local.set(DeploymentOptions.TARGET, LocalExecutor.NAME);
      local.set(DeploymentOptions.ATTACHED, true);
      if (!SharedCountsReporter.isOfRun(local) || !local.get(RestOptions.BIND_PORT).equals("0")) {
        return new StreamExecutionEnvironment(local);
      }
      JobID job = JobID.generate();
      local.set(PipelineOptionsInternal.PIPELINE_FIXED_JOB_ID, job.toHexString());
      SharedCountsReporter.expect(job, local);
      return new Environment(cluster, local);
    }
  }

  private record Executors(MiniCluster cluster)
      implements PipelineExecutorServiceLoader, PipelineExecutorFactory {
    @Override
    public PipelineExecutorFactory getExecutorFactory(Configuration configuration) {
      return this;
    }

    @Override
    public Stream<String> getExecutorNames() {
      return Stream.of(getName());
    }

    @Override
    public String getName() {
      return LocalExecutor.NAME;
    }

    @Override
    public boolean isCompatibleWith(Configuration configuration) {
      return true;
    }

    @Override
    public PipelineExecutor getExecutor(Configuration configuration) {
      return LocalExecutor.createWithFactory(configuration, unused -> cluster);
    }
  }
}
