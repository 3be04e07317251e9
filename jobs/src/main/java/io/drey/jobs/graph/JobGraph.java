// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.graph;

import io.drey.jobs.pipeline.Output;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.SinkEntry;
import io.drey.jobs.pipeline.SourceEntry;
import io.drey.jobs.pipeline.StepEntry;
import io.drey.jobs.pipeline.Wiring;
import io.drey.jobs.sink.SinkContext;
import io.drey.jobs.source.Source;
import io.drey.jobs.step.StepContext;
import io.drey.jobs.stream.NamedStreams;
import io.drey.operators.event.Event;
import io.drey.operators.rule.Definition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Attaches the sources, steps and sinks of a pipeline to an environment. */
public final class JobGraph {
  private final StreamExecutionEnvironment env;
  private final Pipeline pipeline;
  private final Wiring wiring;
  private final RunMode mode;
  private final Additions additions;
  private final Contexts contexts;
  private final ArrivalPaths paths;
  private final TracedSources traced;
  private final ChainLimit chains;
  private final Map<String, NamedStreams> streams = new HashMap<>();

  private JobGraph(
      StreamExecutionEnvironment env,
      Pipeline pipeline,
      Wiring wiring,
      RunMode mode,
      Additions additions) {
    this.env = env;
    this.pipeline = pipeline;
    this.wiring = wiring;
    this.mode = mode;
    this.additions = additions;
    this.contexts = new Contexts(pipeline, mode);
    this.chains = new ChainLimit(env, wiring);
    this.paths = new ArrivalPaths(pipeline, wiring);
    this.traced = TracedSources.of(pipeline, wiring);
  }

  /** Builds the whole job without running it. */
  public static void build(
      StreamExecutionEnvironment env, Pipeline pipeline, Wiring wiring, RunMode mode) {
    build(env, pipeline, wiring, mode, Additions.NONE);
  }

  /** The same with what a run adds. */
  public static void build(
      StreamExecutionEnvironment env,
      Pipeline pipeline,
      Wiring wiring,
      RunMode mode,
      Additions additions) {
    env.setParallelism(pipeline.settings().parallelismOrOne());
    env.setMaxParallelism(pipeline.settings().maxParallelism());
    new JobGraph(env, pipeline, wiring, mode, additions).build();
  }

  /** Whether a pipeline runs in event time or in processing time. */
  public static TimeDomain timeOf(Pipeline pipeline) {
    return pipeline.sourceDefinitions().stream().anyMatch(JobGraph::hasEventTime)
        ? TimeDomain.EVENT_TIME
        : TimeDomain.PROCESSING_TIME;
  }

  /** Whether the events of a source carry their origin, since a step asks for it. */
  public static boolean isTraced(String source, Pipeline pipeline, Wiring wiring) {
    return TracedSources.of(pipeline, wiring).contains(source);
  }

  static boolean hasEventTime(Source source) {
    return source.time() != null && !source.time().isProcessing();
  }

  /**
   * Checks what the job would read and write on this machine, before it starts.
   *
   * @throws IOException if a source has nothing to read, or a step lacks a file
   * @throws IllegalArgumentException if a sink cannot write to its target
   */
  public static void prepare(Pipeline pipeline, RunMode mode) throws IOException {
    for (SourceEntry source : pipeline.sources().values()) {
      source.source().prepare(source.id());
    }
    for (StepEntry step : pipeline.steps()) {
      step.step().prepare(step.id());
    }
    for (SinkEntry sink : pipeline.sinks().values()) {
      prepare(sink, pipeline, mode, JobSettings.isCheckpointed(pipeline, mode));
    }
  }

  /**
   * The same for one sink alone.
   *
   * @param checkpointed whether the job checkpoints, or may
   */
  public static void prepare(SinkEntry sink, Pipeline pipeline, RunMode mode, boolean checkpointed)
      throws IOException {
    sink.sink().prepare(new Contexts(pipeline, mode).ofSink(sink.id(), checkpointed));
  }

  /**
   * Builds a job whose sinks are left out.
   *
   * @return the streams of all outputs, and for each sink, as its main output, what it would write
   */
  public static Map<Output, DataStream<Event>> withoutSinks(
      StreamExecutionEnvironment env, Pipeline pipeline, Wiring wiring, RunMode mode) {
    env.setParallelism(pipeline.settings().parallelismOrOne());
    env.setMaxParallelism(pipeline.settings().maxParallelism());
    JobGraph graph = new JobGraph(env, pipeline, wiring, mode, Additions.NONE);
    graph.buildSteps();
    graph.splitSinks((sink, events) -> {});
    Map<Output, DataStream<Event>> outputs = new LinkedHashMap<>();
    graph.streams.forEach(
        (id, streams) -> {
          outputs.put(Output.main(id), streams.main());
          streams.named().forEach((name, stream) -> outputs.put(new Output(id, name), stream));
        });
    return outputs;
  }

  private void build() {
    buildSteps();
    splitSinks(
        (sink, events) ->
            sink.sink().attach(additions.written(sink.id(), sink.sink(), events), context(sink)));
  }

  private void buildSteps() {
    for (SourceEntry source : pipeline.sources().values()) {
      String id = source.id();
      streams.put(id, source.source().open(env, contexts.ofSource(id, traced.contains(id))));
      addReaders(id);
    }
    List<StepEntry> steps = new ArrayList<>(pipeline.steps());
    steps.sort(Comparator.comparingInt(step -> wiring.order().indexOf(step.id())));
    for (StepEntry step : steps) {
      StepContext context = contexts.ofStep(step.id(), paths.isOne(step.id()));
      NamedStreams outputs = step.step().apply(input(step.id()), context);
      define(step);
      chains.applyTo(step, outputs.main().getTransformation());
      streams.put(step.id(), outputs);
      addReaders(step.id());
    }
  }

  /** Splits what sinks do not write off what they write, which the action takes. */
  private void splitSinks(BiConsumer<SinkEntry, DataStream<Event>> action) {
    List<SinkEntry> sinks = new ArrayList<>(pipeline.sinks().values());
    sinks.sort(Comparator.comparingInt(sink -> wiring.order().indexOf(sink.id())));
    for (SinkEntry sink : sinks) {
      NamedStreams split = sink.sink().split(input(sink.id()), context(sink));
      streams.put(sink.id(), split);
      addReaders(sink.id());
      action.accept(sink, split.main());
    }
  }

  private void addReaders(String id) {
    wiring.outputsOf(id).forEach(output -> additions.readersOf(output, () -> stream(output)));
  }

  private SinkContext context(SinkEntry sink) {
    return contexts.ofSink(sink.id(), isCheckpointed());
  }

  private void define(StepEntry step) {
    Definition definition = step.definition(timeOf(pipeline));
    if (definition != null) {
      definition.of(step.id(), env);
    }
  }

  /** The union of the inputs of a step or sink. */
  private DataStream<Event> input(String id) {
    List<DataStream<Event>> inputs = wiring.inputsOf(id).stream().map(this::stream).toList();
    DataStream<Event> first = inputs.get(0);
    if (inputs.size() == 1) {
      return first;
    }
    @SuppressWarnings({"unchecked", "rawtypes"}) // union takes an array, which has no type argument
    DataStream<Event>[] others =
        inputs.subList(1, inputs.size()).toArray(new DataStream[inputs.size() - 1]);
    return first.union(others);
  }

  private DataStream<Event> stream(Output output) {
    NamedStreams from = Objects.requireNonNull(streams.get(output.vertex()), output.vertex());
    return output.isMain()
        ? from.main()
        : Objects.requireNonNull(from.named().get(output.name()), output.name());
  }

  /** A cluster may be configured to take checkpoints of jobs that do not ask for them. */
  private boolean isCheckpointed() {
    return env.getCheckpointConfig().isCheckpointingEnabled()
        || JobSettings.isCheckpointed(pipeline, mode);
  }
}
