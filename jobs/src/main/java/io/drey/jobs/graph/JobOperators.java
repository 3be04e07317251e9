// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.graph;

import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.StepEntry;
import io.drey.jobs.pipeline.Wiring;
import io.drey.jobs.step.StateContract;
import io.drey.operators.rule.Definition;
import io.drey.operators.rule.MeasuredOperator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.jspecify.annotations.Nullable;

/** The operators of a pipeline's job. The job is built as for a run, but not run. */
public final class JobOperators {
  private static final RunMode RESTORED = new RunMode(false, true);

  /** The checkpoint directory; no checkpoint is ever taken. */
  private static final String NOWHERE = "file:///nonexistent";

  private final List<StateContract> contracts = new ArrayList<>();
  private final Map<String, Definition> definitions = new HashMap<>();
  private final Set<String> connectors = new HashSet<>();

  private JobOperators(Pipeline pipeline, ExecutionConfig config) {
    for (StepEntry step : pipeline.steps()) {
      TimeDomain time = JobGraph.timeOf(pipeline);
      contracts.addAll(step.step().state(step.id(), time));
      Definition definition = step.definition(time);
      if (definition != null) {
        definitions.put(step.id(), definition);
        contracts.add(StateContract.ofDefinition(step.id()));
      }
    }
    contracts.forEach(state -> state.descriptor().initializeSerializerUnlessSet(config));
    connectors.addAll(pipeline.sources().keySet());
    connectors.addAll(pipeline.sinks().keySet());
  }

  /** All operators, in the order in which events pass through them. */
  public static List<JobOperator> of(Pipeline pipeline, Wiring wiring) {
    Configuration configuration = new Configuration();
    JobSettings.apply(pipeline, RESTORED, NOWHERE, configuration);
    StreamExecutionEnvironment env = new StreamExecutionEnvironment(configuration);
    JobGraph.build(env, pipeline, wiring, RESTORED);
    JobOperators operators = new JobOperators(pipeline, env.getConfig());
    StreamGraph graph = env.getStreamGraph();
    return graph.getStreamNodes().stream()
        .sorted(Comparator.comparingInt(StreamNode::getId))
        .map(operators::operator)
        .toList();
  }

  private JobOperator operator(StreamNode node) {
    String uid = node.getTransformationUID();
    return new JobOperator(
        uid,
        node.getOperatorName(),
        node.getParallelism(),
        node.getMaxParallelism(),
        node.getStateKeySerializer(),
        MeasuredOperator.markerOf(node.getOperatorFactory()),
        definitions.get(uid),
        states(uid));
  }

  /** The operators of a sink after its writer have the name of the sink at their end. */
  private @Nullable List<StateContract> states(String uid) {
    return connectors.stream().anyMatch(id -> uid.equals(id) || uid.endsWith(": " + id))
        ? null
        : contracts.stream().filter(state -> state.uid().equals(uid)).toList();
  }
}
