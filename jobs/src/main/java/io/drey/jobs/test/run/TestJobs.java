// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.test.run;

import io.drey.jobs.graph.JobGraph;
import io.drey.jobs.graph.JobSettings;
import io.drey.jobs.graph.RunMode;
import io.drey.jobs.local.direct.SteppedGraph;
import io.drey.jobs.pipeline.Output;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.StepEntry;
import io.drey.jobs.pipeline.Wiring;
import io.drey.operators.event.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The jobs of a pipeline, built once for each parallelism. State is on the heap. */
final class TestJobs {
  private static final RunMode MODE = new RunMode(false, false);

  private final Pipeline pipeline;
  private final Wiring wiring;
  private final Path temporary;
  private final Map<Integer, SteppedGraph> graphs = new HashMap<>();

  /**
   * @param temporary a directory for the files of jobs
   */
  TestJobs(Pipeline pipeline, Wiring wiring, Path temporary) {
    this.pipeline = pipeline;
    this.wiring = wiring;
    this.temporary = temporary;
  }

  Pipeline pipeline() {
    return pipeline;
  }

  Path temporary() {
    return temporary;
  }

  boolean isTraced(String source) {
    return JobGraph.isTraced(source, pipeline, wiring);
  }

  /** All outputs, by their names in the graphs; the main output of a sink is what it writes. */
  Map<String, Output> outputs() {
    Map<String, Output> outputs = new LinkedHashMap<>();
    wiring.outputs().values().forEach(all -> all.forEach(out -> outputs.put(out.toString(), out)));
    pipeline.sinks().keySet().forEach(sink -> outputs.put(sink, Output.main(sink)));
    return outputs;
  }

  SteppedGraph at(int parallelism) {
    return graphs.computeIfAbsent(parallelism, this::build);
  }

  private SteppedGraph build(int parallelism) {
    prepareSteps();
    Pipeline parallel = pipeline.withParallelism(parallelism);
    Configuration configuration = new Configuration();
    JobSettings.apply(parallel, MODE, temporary.toUri().toString(), configuration);
    configuration.set(StateBackendOptions.STATE_BACKEND, "hashmap");
    configuration.removeConfig(CheckpointingOptions.CHECKPOINTS_DIRECTORY);
    configuration.removeConfig(CheckpointingOptions.CHECKPOINTING_INTERVAL);
    StreamExecutionEnvironment env = new StreamExecutionEnvironment(configuration);
    Map<String, DataStream<Event>> outputs = new LinkedHashMap<>();
    JobGraph.withoutSinks(env, parallel, wiring, MODE)
        .forEach((output, stream) -> outputs.put(output.toString(), stream));
    return SteppedGraph.of(env, configuration, outputs);
  }

  private void prepareSteps() {
    for (StepEntry step : pipeline.steps()) {
      try {
        step.step().prepare(step.id());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
