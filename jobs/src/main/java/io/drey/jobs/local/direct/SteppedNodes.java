// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.direct;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.streaming.api.graph.StreamEdge;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorFactory;
import org.apache.flink.streaming.api.operators.StreamOperatorFactoryUtil;
import org.apache.flink.streaming.runtime.partitioner.ForwardPartitioner;
import org.apache.flink.streaming.runtime.partitioner.StreamPartitioner;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
import org.apache.flink.util.IOUtils;
import org.apache.flink.util.InstantiationUtil;

/** All subtasks of the operators of a job, connected to one another. Sources have outputs only. */
final class SteppedNodes implements AutoCloseable {
  /**
   * The state of a job.
   *
   * @param number the how many-th it is, from 1
   */
  record Snapshot(long number, Map<Slot, Map<OperatorID, OperatorSubtaskState>> states) {}

  private final StreamGraph graph;
  private final Set<Integer> sources;
  private final Map<Slot, SteppedTask> tasks;

  /** The subtasks of each operator: operators in the order in which they are made. */
  private final Map<Integer, List<Node>> nodes = new LinkedHashMap<>();

  private final Map<Integer, List<NodeOutput>> outputs = new HashMap<>();

  /**
   * @param sources the ids of their nodes in the graph
   * @param tasks for all subtasks there are; those of operators with one subtask are others than
   *     those of operators with several
   */
  SteppedNodes(StreamGraph graph, Set<Integer> sources, Map<Slot, SteppedTask> tasks) {
    this.graph = graph;
    this.sources = sources;
    this.tasks = tasks;
  }

  /** Creates all operators, each after all that it emits to. */
  void create() throws Exception {
    List<StreamNode> definitions = new ArrayList<>(graph.getStreamNodes());
    definitions.sort(Comparator.comparingInt(StreamNode::getId).reversed());
    for (StreamNode definition : definitions) {
      List<Node> subtasks = new ArrayList<>();
      List<NodeOutput> ofSubtasks = new ArrayList<>();
      for (int i = 0; i < definition.getParallelism(); i++) {
        NodeOutput output = output(definition, i);
        ofSubtasks.add(output);
        if (!sources.contains(definition.getId())) {
          int position = definitions.size() - 1 - nodes.size();
          Slot slot = new Slot(i, definition.getParallelism());
          subtasks.add(node(definition, new NodeConfig(definition, position), slot, output));
        }
      }
      nodes.put(definition.getId(), subtasks);
      outputs.put(definition.getId(), ofSubtasks);
    }
  }

  @SuppressWarnings("unchecked") // the graph has checked that outputs fit inputs
  private Node node(StreamNode definition, NodeConfig config, Slot slot, NodeOutput output)
      throws Exception {
    SteppedTask task = Objects.requireNonNull(tasks.get(slot));
    StreamOperatorFactory<Object> factory =
        InstantiationUtil.clone(
            (StreamOperatorFactory<Object>) definition.getOperatorFactory(),
            Thread.currentThread().getContextClassLoader());
    Tuple2<StreamOperator<Object>, Optional<ProcessingTimeService>> made =
        StreamOperatorFactoryUtil.createOperator(
            factory, task, config, output, JobNodes.NO_COORDINATORS);
    return new Node(
        made.f0,
        made.f1.orElse(null),
        task.getMailboxExecutorFactory().createExecutor(config.getChainIndex()),
        output);
  }

  private NodeOutput output(StreamNode from, int subtask) {
    NodeOutput output = new NodeOutput();
    for (StreamEdge edge : from.getOutEdges()) {
      output.add(edge.getOutputTag(), target(edge, subtask));
    }
    return output;
  }

  private Target target(StreamEdge edge, int subtask) {
    StreamNode to = graph.getStreamNode(edge.getTargetId());
    List<Node> subtasks = Objects.requireNonNull(nodes.get(edge.getTargetId()));
    int channels = to.getInEdges().stream().mapToInt(this::channels).sum();
    if (isForward(edge)) {
      return subtasks.get(subtask).connect(channels);
    }
    List<Target> targets = subtasks.stream().map(node -> node.connect(channels)).toList();
    return targets.size() == 1 ? targets.get(0) : new Exchange(partitioner(edge), targets);
  }

  /** How many subtasks emit over an edge to each subtask at its end. */
  private int channels(StreamEdge edge) {
    return isForward(edge) ? 1 : graph.getStreamNode(edge.getSourceId()).getParallelism();
  }

  private static boolean isForward(StreamEdge edge) {
    return edge.getPartitioner() instanceof ForwardPartitioner;
  }

  @SuppressWarnings("unchecked") // the graph has checked that outputs fit inputs
  private static StreamPartitioner<Object> partitioner(StreamEdge edge) {
    return ((StreamPartitioner<Object>) edge.getPartitioner()).copy();
  }

  /** Lets somebody see all records that an operator emits. */
  void listen(EmittedBy place, Target to) {
    outputs.getOrDefault(place.node(), List.of()).forEach(output -> output.add(place.tag(), to));
  }

  void open() throws Exception {
    for (Map.Entry<Integer, List<Node>> each : nodes.entrySet()) {
      for (int i = 0; i < each.getValue().size(); i++) {
        Slot slot = new Slot(i, each.getValue().size());
        each.getValue().get(i).open(Objects.requireNonNull(tasks.get(slot)).states());
      }
    }
  }

  /** The outputs of all subtasks of a source. */
  List<NodeOutput> outputsOf(int source) {
    return outputs.getOrDefault(source, List.of());
  }

  /** The subtasks of an operator. */
  List<Node> subtasksOf(int node) {
    return nodes.getOrDefault(node, List.of());
  }

  /** The state of all operators, once each has emitted what it does not keep. */
  Snapshot snapshot(long number) throws Exception {
    List<Node> all = new ArrayList<>(all());
    for (Node node : all) {
      node.prepareSnapshot(number);
    }
    Map<Slot, Map<OperatorID, OperatorSubtaskState>> states = new HashMap<>();
    for (List<Node> subtasks : nodes.values()) {
      for (int i = 0; i < subtasks.size(); i++) {
        states
            .computeIfAbsent(new Slot(i, subtasks.size()), unused -> new HashMap<>())
            .put(subtasks.get(i).id(), subtasks.get(i).snapshot(number));
      }
    }
    return new Snapshot(number, states);
  }

  /** All subtasks, each after those that emit to it. */
  private List<Node> all() {
    List<Node> all = new ArrayList<>();
    nodes.values().forEach(all::addAll);
    Collections.reverse(all);
    return all;
  }

  @Override
  public void close() throws Exception {
    IOUtils.closeAll(all());
  }
}
