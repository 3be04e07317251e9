// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.direct;

import io.drey.operators.event.Event;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;

/**
 * The operators of a job, of which {@link SteppedJob}s are made.
 *
 * @param sources the ids of the sources in the graph, by uid
 * @param outputs what can be listened to, by a name
 */
public record SteppedGraph(
    StreamGraph graph,
    Configuration configuration,
    Map<String, Integer> sources,
    Map<String, List<EmittedBy>> outputs) {

  /**
   * The graph of an environment.
   *
   * @param configuration of the environment
   * @param outputs the streams that can be listened to, by a name
   */
  public static SteppedGraph of(
      StreamExecutionEnvironment env,
      Configuration configuration,
      Map<String, DataStream<Event>> outputs) {
    Map<String, List<EmittedBy>> places = new LinkedHashMap<>();
    outputs.forEach((name, stream) -> places.put(name, EmittedBy.of(stream)));
    Set<Integer> ids = DirectJob.sources(env).keySet();
    StreamGraph graph = env.getStreamGraph();
    Map<String, Integer> sources = new HashMap<>();
    for (int id : ids) {
      sources.put(graph.getStreamNode(id).getTransformationUID(), id);
    }
    return new SteppedGraph(graph, configuration, sources, places);
  }

  /** All subtasks of its operators. */
  Set<Slot> slots() {
    Set<Slot> slots = new HashSet<>();
    for (StreamNode node : graph.getStreamNodes()) {
      for (int i = 0; i < node.getParallelism(); i++) {
        slots.add(new Slot(i, node.getParallelism()));
      }
    }
    return slots;
  }
}
