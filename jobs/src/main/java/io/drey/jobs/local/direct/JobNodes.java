// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.direct;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.operators.coordination.OperatorEventDispatcher;
import org.apache.flink.streaming.api.graph.StreamEdge;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.api.operators.SourceOperator;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorFactory;
import org.apache.flink.streaming.api.operators.StreamOperatorFactoryUtil;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;
import org.apache.flink.streaming.api.operators.StreamTaskStateInitializer;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
import org.apache.flink.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** The operators of a job, connected to one another. Sinks are writers and committers here. */
final class JobNodes implements AutoCloseable {
  /** Only sources have coordinators. */
  static final @Nullable OperatorEventDispatcher NO_COORDINATORS = null;

  private final StreamGraph graph;
  private final Map<Integer, Source<?, ?, ?>> sources;
  private final UserClasses classes;

  /** In the order in which they are made: each after all that it emits to. */
  private final Map<Integer, Node> nodes = new LinkedHashMap<>();

  private final List<SourceCoordinator<?>> coordinators = new ArrayList<>();

  /**
   * @param sources by the ids of their nodes in the graph
   */
  JobNodes(StreamGraph graph, Map<Integer, Source<?, ?, ?>> sources, UserClasses classes) {
    this.graph = graph;
    this.sources = sources;
    this.classes = classes;
  }

  /** Creates all operators, and returns those that are read from, in the order of the pipeline. */
  List<SourceNode> create(DirectTask task) throws Exception {
    // A node is made after all that it reads from, and its id is higher than theirs.
    List<StreamNode> definitions = new ArrayList<>(graph.getStreamNodes());
    definitions.sort(Comparator.comparingInt(StreamNode::getId).reversed());
    List<SourceNode> reading = new ArrayList<>();
    for (StreamNode definition : definitions) {
      NodeConfig config = new NodeConfig(definition, definitions.size() - 1 - nodes.size());
      Source<?, ?, ?> source = sources.get(definition.getId());
      if (source == null) {
        nodes.put(definition.getId(), operator(definition, config, task));
      } else {
        SourceNode made = source(source, definition, config, task);
        nodes.put(definition.getId(), made.node());
        reading.add(0, made);
      }
    }
    return reading;
  }

  private Node operator(StreamNode definition, NodeConfig config, DirectTask task)
      throws Exception {
    NodeOutput output = output(definition);
    Tuple2<StreamOperator<Object>, Optional<ProcessingTimeService>> made =
        StreamOperatorFactoryUtil.createOperator(
            factory(definition), task, config, output, NO_COORDINATORS);
    return new Node(made.f0, made.f1.orElse(null), mailbox(config, task), output);
  }

  private SourceNode source(
      Source<?, ?, ?> source, StreamNode definition, NodeConfig config, DirectTask task)
      throws Exception {
    SourceCoordinator<?> coordinator =
        new SourceCoordinator<>(source, task.getMailboxExecutorFactory().createExecutor(0));
    coordinators.add(coordinator);
    EventTimers timers = new EventTimers();
    MailboxExecutor mailbox = mailbox(config, task);
    NodeOutput output = output(definition);
    SourceOperator<Object, ?> operator =
        factory(definition)
            .createStreamOperator(
                new StreamOperatorParameters<>(
                    task, config, output, () -> timers, coordinator, mailbox));
    Node node = new Node(operator, timers, mailbox, output);
    return new SourceNode(node, operator, output, coordinator, timers);
  }

  @SuppressWarnings("unchecked") // the graph has checked that outputs fit inputs
  private StreamOperatorFactory<Object> factory(StreamNode definition) throws Exception {
    return classes.loaded((StreamOperatorFactory<Object>) definition.getOperatorFactory());
  }

  private static MailboxExecutor mailbox(NodeConfig config, DirectTask task) {
    return task.getMailboxExecutorFactory().createExecutor(config.getChainIndex());
  }

  private NodeOutput output(StreamNode from) {
    NodeOutput output = new NodeOutput();
    for (StreamEdge edge : from.getOutEdges()) {
      Node to = Objects.requireNonNull(nodes.get(edge.getTargetId()));
      int edges = graph.getStreamNode(edge.getTargetId()).getInEdges().size();
      output.add(edge.getOutputTag(), to.connect(edges));
    }
    return output;
  }

  /** Opens all operators, each after all that it emits to. */
  void open(StreamTaskStateInitializer states) throws Exception {
    for (SourceCoordinator<?> coordinator : coordinators) {
      coordinator.start();
    }
    for (Node node : nodes.values()) {
      node.open(states);
    }
  }

  /** Closes all operators, from the sources on; the first failure is thrown at the end. */
  @Override
  public void close() throws Exception {
    List<AutoCloseable> all = new ArrayList<>(nodes.values());
    Collections.reverse(all);
    all.addAll(coordinators);
    IOUtils.closeAll(all);
  }
}
