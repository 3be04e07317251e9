// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.direct;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobInfoImpl;
import org.apache.flink.api.common.TaskInfoImpl;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.runtime.accumulators.AccumulatorRegistry;
import org.apache.flink.runtime.broadcast.BroadcastVariableManager;
import org.apache.flink.runtime.checkpoint.channel.ChannelStateWriteRequestExecutorFactory;
import org.apache.flink.runtime.clusterframework.types.ResourceID;
import org.apache.flink.runtime.executiongraph.ExecutionAttemptID;
import org.apache.flink.runtime.externalresource.ExternalResourceInfoProvider;
import org.apache.flink.runtime.io.disk.iomanager.IOManagerAsync;
import org.apache.flink.runtime.io.network.TaskEventDispatcher;
import org.apache.flink.runtime.io.network.api.writer.ResultPartitionWriter;
import org.apache.flink.runtime.io.network.partition.consumer.IndexedInputGate;
import org.apache.flink.runtime.jobgraph.JobType;
import org.apache.flink.runtime.jobgraph.JobVertexID;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.memory.MemoryManager;
import org.apache.flink.runtime.memory.SharedResources;
import org.apache.flink.runtime.metrics.groups.TaskManagerMetricGroup;
import org.apache.flink.runtime.metrics.groups.TaskMetricGroup;
import org.apache.flink.runtime.query.KvStateRegistry;
import org.apache.flink.runtime.taskmanager.RuntimeEnvironment;
import org.apache.flink.streaming.api.graph.StreamConfig;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.util.SimpleUserCodeClassLoader;

/** What a task sees around it: a task manager with one slot and without a network. */
final class DirectEnvironment extends RuntimeEnvironment implements AutoCloseable {
  private static final int PAGE_BYTES = 32 << 10;

  private Consumer<Throwable> onFailure = failure -> {};

  private DirectEnvironment(
      StreamGraph graph,
      JobID job,
      JobVertexID vertex,
      ExecutionAttemptID attempt,
      TaskMetricGroup metrics,
      DirectProcess process,
      UserClasses classes) {
    super(
        job,
        JobType.STREAMING,
        vertex,
        attempt,
        graph.getExecutionConfig(),
        new JobInfoImpl(job, graph.getJobName()),
        new TaskInfoImpl(
            graph.getJobName(), graph.getExecutionConfig().getMaxParallelism(), 0, 1, 0),
        graph.getJobConfiguration(),
        taskConfiguration(graph.getJobName()),
        SimpleUserCodeClassLoader.create(classes.loader()),
        memory(process.configuration()),
        new SharedResources(),
        new IOManagerAsync(process.temporary().toString()),
        new BroadcastVariableManager(),
        new NoRestoredState(),
        NoCluster.INSTANCE,
        new AccumulatorRegistry(job, attempt),
        new KvStateRegistry().createTaskRegistry(job, vertex),
        NoCluster.INSTANCE,
        Map.of(),
        new ResultPartitionWriter[0],
        new IndexedInputGate[0],
        new TaskEventDispatcher(),
        NoCluster.INSTANCE,
        NoCluster.INSTANCE,
        process,
        metrics,
        /* containingTask= */ null,
        ExternalResourceInfoProvider.NO_EXTERNAL_RESOURCES,
        new ChannelStateWriteRequestExecutorFactory(job),
        process);
  }

  /**
   * The environment of a job.
   *
   * @param temporary a directory for the job's files
   * @param reporter is told of all metrics of operators
   */
  static DirectEnvironment of(
      StreamGraph graph,
      Configuration configuration,
      Path temporary,
      MetricReporter reporter,
      UserClasses classes) {
    JobID job = new JobID();
    ExecutionAttemptID attempt = ExecutionAttemptID.randomId();
    DirectProcess process = new DirectProcess(configuration, temporary);
    TaskMetricGroup metrics =
        TaskManagerMetricGroup.createTaskManagerMetricGroup(
                new ReporterRegistry(reporter),
                process.getTaskManagerExternalAddress(),
                ResourceID.generate())
            .addJob(job, graph.getJobName())
            .addTask(attempt, graph.getJobName());
    return new DirectEnvironment(graph, job, new JobVertexID(), attempt, metrics, process, classes);
  }

  /** The configuration of the task, whose operators have configurations of their own. */
  private static Configuration taskConfiguration(String name) {
    StreamConfig task = new StreamConfig(new Configuration());
    task.setOperatorName(name);
    task.setOperatorID(new OperatorID());
    task.setNumberOfOutputs(0);
    task.setVertexNonChainedOutputs(List.of());
    task.setOperatorNonChainedOutputs(List.of());
    task.serializeAllConfigs();
    return task.getConfiguration();
  }

  private static MemoryManager memory(Configuration configuration) {
    return MemoryManager.create(
        configuration.get(TaskManagerOptions.MANAGED_MEMORY_SIZE).getBytes(), PAGE_BYTES);
  }

  /** Sets what takes the failures of other threads than the task's. */
  void onFailure(Consumer<Throwable> action) {
    onFailure = action;
  }

  @Override
  public void failExternally(Throwable cause) {
    onFailure.accept(cause);
  }

  /** Closes what the task used, after its operators. */
  @Override
  public void close() throws Exception {
    getMetricGroup().close();
    getIOManager().close();
    getMemoryManager().shutdown();
  }
}
