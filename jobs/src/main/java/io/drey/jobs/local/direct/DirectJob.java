// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.direct;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.transformations.SourceTransformation;
import org.slf4j.LoggerFactory;

/** A job that runs in a thread of this process. */
public final class DirectJob {
  /** How many bytes the caches of RocksDB or ForSt take, outside the heap. */
  public static final long MANAGED_MEMORY = 256L << 20;

  private static final long STACK_BYTES = 1L << 20;

  /** An event runs through all operators by method calls. */
  private static final long STACK_BYTES_PER_OPERATOR = 8L << 10;

  private final StreamGraph graph;
  private final Map<Integer, Source<?, ?, ?>> sources;
  private final Configuration configuration;
  private final Path temporary;
  private final MetricReporter metrics;
  private final UserClasses classes;

  private final CompletableFuture<DirectTask> started = new CompletableFuture<>();
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  private DirectJob(
      StreamGraph graph,
      Map<Integer, Source<?, ?, ?>> sources,
      Configuration configuration,
      Path temporary,
      MetricReporter metrics) {
    this.graph = graph;
    this.sources = sources;
    this.configuration = configuration;
    this.temporary = temporary;
    this.metrics = metrics;
    this.classes = UserClasses.of(configuration);
  }

  /**
   * Starts the job of an environment, all of whose operators have one input and parallelism 1.
   *
   * @param configuration of the environment
   * @param temporary a directory for the job's files
   * @param metrics is told of the metrics of operators
   */
  public static DirectJob start(
      StreamExecutionEnvironment env,
      Configuration configuration,
      Path temporary,
      MetricReporter metrics) {
    Map<Integer, Source<?, ?, ?>> sources = sources(env);
    DirectJob job = new DirectJob(env.getStreamGraph(), sources, configuration, temporary, metrics);
    long stack = STACK_BYTES + STACK_BYTES_PER_OPERATOR * job.graph.getStreamNodes().size();
    Thread thread = new Thread(null, job::run, "drey-job", stack);
    thread.setContextClassLoader(job.classes.loader());
    thread.start();
    return job;
  }

  /** Of all sources, by the ids that their nodes have in the graph. */
  static Map<Integer, Source<?, ?, ?>> sources(StreamExecutionEnvironment env) {
    Map<Integer, Source<?, ?, ?>> sources = new HashMap<>();
    for (Transformation<?> sink : env.getTransformations()) {
      for (Transformation<?> transformation : sink.getTransitivePredecessors()) {
        if (transformation instanceof SourceTransformation<?, ?, ?> source) {
          sources.put(source.getId(), source.getSource());
        }
      }
    }
    return sources;
  }

  /** Whatever is thrown is the failure of the job, an {@link OutOfMemoryError} too. */
  private void run() {
    try {
      runToItsEnd();
      end.complete(null);
    } catch (Throwable e) {
      try {
        LoggerFactory.getLogger(DirectJob.class).error("The job has failed", e);
      } finally {
        end.completeExceptionally(e);
      }
    }
  }

  private void runToItsEnd() throws Exception {
    try (DirectEnvironment environment =
        new DirectEnvironment(graph, configuration, temporary, metrics, classes)) {
      DirectTask task = new DirectTask(environment, new JobNodes(graph, sources, classes));
      started.complete(task);
      task.run();
    }
  }

  /** Completes when the job has ended; exceptionally with its failure. */
  public CompletableFuture<Void> end() {
    return end;
  }

  /** Ends the input of all sources where they stand; from any thread. */
  public void stop() {
    CompletableFuture<Void> unused = started.thenAccept(DirectTask::stop);
  }
}
