// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.direct;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobInfo;
import org.apache.flink.api.common.JobInfoImpl;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.TaskInfoImpl;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.runtime.accumulators.AccumulatorRegistry;
import org.apache.flink.runtime.clusterframework.types.ResourceID;
import org.apache.flink.runtime.executiongraph.ExecutionAttemptID;
import org.apache.flink.runtime.io.disk.iomanager.IOManager;
import org.apache.flink.runtime.io.disk.iomanager.IOManagerAsync;
import org.apache.flink.runtime.jobgraph.JobType;
import org.apache.flink.runtime.jobgraph.JobVertexID;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.memory.MemoryManager;
import org.apache.flink.runtime.memory.SharedResources;
import org.apache.flink.runtime.metrics.groups.TaskManagerMetricGroup;
import org.apache.flink.runtime.metrics.groups.TaskMetricGroup;
import org.apache.flink.runtime.query.KvStateRegistry;
import org.apache.flink.runtime.query.TaskKvStateRegistry;
import org.apache.flink.runtime.state.TaskStateManager;
import org.apache.flink.runtime.taskmanager.TaskManagerActions;
import org.apache.flink.runtime.taskmanager.TaskManagerRuntimeInfo;
import org.apache.flink.streaming.api.graph.StreamConfig;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.util.SimpleUserCodeClassLoader;
import org.apache.flink.util.UserCodeClassLoader;
import org.jspecify.annotations.Nullable;

/** What a task sees around it: a task manager with one slot and without a network. */
final class DirectEnvironment extends ClusterlessEnvironment implements AutoCloseable {
  private static final int PAGE_BYTES = 32 << 10;

  private final StreamGraph graph;
  private final DirectProcess process;
  private final UserCodeClassLoader userClasses;
  private final JobID job = new JobID();
  private final JobVertexID vertex = new JobVertexID();
  private final ExecutionAttemptID attempt = ExecutionAttemptID.randomId();
  private final TaskMetricGroup metrics;
  private final Slot slot;
  private final TaskStateManager states;
  private final SharedResources sharedResources = new SharedResources();
  private final AccumulatorRegistry accumulators = new AccumulatorRegistry(job, attempt);
  private final TaskKvStateRegistry kvStates =
      new KvStateRegistry().createTaskRegistry(job, vertex);

  private Consumer<Throwable> onFailure = failure -> {};

  // Used by state on disk only.
  private @Nullable MemoryManager memory;
  private @Nullable IOManager disk;

  // Set by the task.
  private @Nullable MailboxExecutor mailbox;
  private @Nullable ExecutorService asyncOperations;

  /**
   * @param temporary a directory for the job's files
   * @param reporter is told of the metrics of operators
   */
  DirectEnvironment(
      StreamGraph graph,
      Configuration configuration,
      Path temporary,
      MetricReporter reporter,
      UserClasses classes) {
    this(graph, configuration, temporary, reporter, classes, Slot.ONLY, new NoRestoredState());
  }

  /**
   * The same for one of several subtasks, or for one that is restored.
   *
   * @param states what it is restored from
   */
  DirectEnvironment(
      StreamGraph graph,
      Configuration configuration,
      Path temporary,
      MetricReporter reporter,
      UserClasses classes,
      Slot slot,
      TaskStateManager states) {
    this.graph = graph;
    this.slot = slot;
    this.states = states;
    this.process = new DirectProcess(configuration, temporary);
    this.userClasses = SimpleUserCodeClassLoader.create(classes.loader());
    this.metrics =
        TaskManagerMetricGroup.createTaskManagerMetricGroup(
                new ReporterRegistry(reporter),
                process.getTaskManagerExternalAddress(),
                ResourceID.generate())
            .addJob(job, graph.getJobName())
            .addTask(attempt, graph.getJobName());
  }

  /** Sets what takes the failures of other threads than the task's. */
  void onFailure(Consumer<Throwable> action) {
    onFailure = action;
  }

  @Override
  public void failExternally(Throwable cause) {
    onFailure.accept(cause);
  }

  /** The configuration of the task, whose operators have configurations of their own. */
  @Override
  public Configuration getTaskConfiguration() {
    StreamConfig task = new StreamConfig(new Configuration());
    task.setOperatorName(graph.getJobName());
    task.setOperatorID(new OperatorID());
    task.setNumberOfOutputs(0);
    task.setVertexNonChainedOutputs(List.of());
    task.setOperatorNonChainedOutputs(List.of());
    task.serializeAllConfigs();
    return task.getConfiguration();
  }

  @Override
  public ExecutionConfig getExecutionConfig() {
    return graph.getExecutionConfig();
  }

  @Override
  public Configuration getJobConfiguration() {
    return graph.getJobConfiguration();
  }

  @Override
  public JobID getJobID() {
    return job;
  }

  @Override
  public JobType getJobType() {
    return JobType.STREAMING;
  }

  @Override
  public JobVertexID getJobVertexId() {
    return vertex;
  }

  @Override
  public ExecutionAttemptID getExecutionId() {
    return attempt;
  }

  @Override
  public JobInfo getJobInfo() {
    return new JobInfoImpl(job, graph.getJobName());
  }

  @Override
  public TaskInfo getTaskInfo() {
    int maxParallelism = graph.getExecutionConfig().getMaxParallelism();
    return new TaskInfoImpl(
        graph.getJobName(), maxParallelism, slot.index(), slot.parallelism(), 0);
  }

  @Override
  public TaskManagerRuntimeInfo getTaskManagerInfo() {
    return process;
  }

  @Override
  public TaskManagerActions getTaskManagerActions() {
    return process;
  }

  @Override
  public TaskMetricGroup getMetricGroup() {
    return metrics;
  }

  @Override
  public UserCodeClassLoader getUserCodeClassLoader() {
    return userClasses;
  }

  @Override
  public TaskStateManager getTaskStateManager() {
    return states;
  }

  @Override
  public SharedResources getSharedResources() {
    return sharedResources;
  }

  @Override
  public AccumulatorRegistry getAccumulatorRegistry() {
    return accumulators;
  }

  @Override
  public TaskKvStateRegistry getTaskKvStateRegistry() {
    return kvStates;
  }

  @Override
  public MemoryManager getMemoryManager() {
    if (memory == null) {
      memory = MemoryManager.create(DirectJob.MANAGED_MEMORY, PAGE_BYTES);
    }
    return memory;
  }

  @Override
  public IOManager getIOManager() {
    if (disk == null) {
      disk = new IOManagerAsync(process.temporary().toString());
    }
    return disk;
  }

  @Override
  public void setMainMailboxExecutor(MailboxExecutor executor) {
    mailbox = executor;
  }

  @Override
  public MailboxExecutor getMainMailboxExecutor() {
    return Objects.requireNonNull(mailbox);
  }

  @Override
  public void setAsyncOperationsThreadPool(ExecutorService executor) {
    asyncOperations = executor;
  }

  @Override
  public ExecutorService getAsyncOperationsThreadPool() {
    return Objects.requireNonNull(asyncOperations);
  }

  /** Closes what the task used, after its operators. */
  @Override
  public void close() throws Exception {
    metrics.close();
    if (disk != null) {
      disk.close();
    }
    if (memory != null) {
      memory.shutdown();
    }
  }
}
