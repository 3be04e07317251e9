// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import io.drey.jobs.graph.JobGraph;
import io.drey.jobs.graph.JobSettings;
import io.drey.jobs.graph.RunMode;
import io.drey.jobs.local.direct.DirectJob;
import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.PipelineFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Prints how many milliseconds a pipeline without a cluster takes from its built job to its end.
 */
public final class JobStartMain {
  private JobStartMain() {}

  public static void main(String[] args) throws Exception {
    Loaded loaded = PipelineFile.load(Path.of(args[0]), Map.of());
    Pipeline pipeline = Objects.requireNonNull(loaded.pipeline(), loaded.problems()::toString);
    RunMode mode = new RunMode(false, false);
    JobGraph.prepare(pipeline, mode);
    Path temporary = Files.createTempDirectory("job");
    Configuration configuration = new Configuration();
    JobSettings.apply(pipeline, mode, temporary.toUri().toString(), configuration);
    JobSettings.fixParallelism(configuration);
    StreamExecutionEnvironment env = new StreamExecutionEnvironment(configuration);
    JobGraph.build(env, pipeline, Objects.requireNonNull(loaded.wiring()), mode);

    long built = System.nanoTime();
    DirectJob.start(env, configuration, temporary, new NoReporter()).end().get();
    System.out.println((System.nanoTime() - built) / 1_000_000);
    System.exit(0);
  }

  private static final class NoReporter implements MetricReporter {
    @Override
    public void open(MetricConfig config) {}

    @Override
    public void close() {}

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {}

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {}
  }
}
