// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.graph;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.PipelineFile;
import io.drey.jobs.yaml.ExternalValues;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.runtime.partitioner.ForwardPartitioner;
import org.apache.flink.streaming.runtime.partitioner.KeyGroupStreamPartitioner;
import org.junit.jupiter.api.Test;

class JobGraphTest {
  private static final String PIPELINE =
      """
      version: 1
      sources:
        web: {type: file, path: web.jsonl, time: {field: at}}
      steps:
        - {id: errors, filter: event.status >= 500}
        - {id: first, deduplicate: {key: [client, path], ttl: 10m, order: event-time}}
        - {id: short, select: [client, path]}
      sinks:
        out: {type: stdout}
        late: {type: file, path: target/late, from: first.late}
      """;

  @Test
  void givesEveryOperatorAUidMadeOfIds() {
    assertThat(nodes(1).stream().map(StreamNode::getTransformationUID))
        .containsExactlyInAnyOrder(
            "web",
            "web-malformed",
            "errors",
            "first-key",
            "first-order",
            "first",
            "short",
            "out",
            "late",
            "Sink Committer: late");
  }

  @Test
  void keepsAStatelessStepAtItsInputsParallelism() {
    assertThat(
            nodes(4).stream()
                .map(node -> node.getTransformationUID() + " " + node.getParallelism()))
        .containsExactlyInAnyOrder(
            "web 1",
            "web-malformed 1",
            "errors 1",
            "first-key 1",
            "first-order 4",
            "first 4",
            "short 4",
            "out 1",
            "late 4",
            "Sink Committer: late 4");
  }

  @Test
  void spreadsEventsByKeyWhereASubtaskDoesNotHoldAll() {
    StreamNode sorter = node("first-order", 4);

    assertThat(sorter.getInEdges().get(0).getPartitioner())
        .isInstanceOf(KeyGroupStreamPartitioner.class);
    assertThat(node("first", 4).getInEdges().get(0).getPartitioner())
        .isInstanceOf(ForwardPartitioner.class);
  }

  @Test
  void exchangesNothingWhereOneSubtaskHoldsEveryKey() {
    assertThat(nodes(1).stream().flatMap(node -> node.getInEdges().stream()))
        .isNotEmpty()
        .allSatisfy(
            edge -> assertThat(edge.getPartitioner()).isInstanceOf(ForwardPartitioner.class));
  }

  @Test
  void breaksChainsThatAreTooLongForAStack() {
    String steps =
        IntStream.range(0, 1000)
            .mapToObj(i -> "  - {id: s%d, filter: event.n > 0}\n".formatted(i))
            .collect(joining());
    String pipeline =
        """
        version: 1
        sources: {in: {type: stdin}}
        steps:
        %s
        sinks: {out: {type: stdout}}
        """;

    int tasks = graph(pipeline.formatted(steps), 1).getJobGraph().getNumberOfVertices();
    assertThat(tasks).isEqualTo(10);
  }

  private static StreamNode node(String uid, int parallelism) {
    return nodes(parallelism).stream()
        .filter(node -> uid.equals(node.getTransformationUID()))
        .findFirst()
        .orElseThrow();
  }

  private static List<StreamNode> nodes(int parallelism) {
    return graph(PIPELINE, parallelism).getStreamNodes().stream()
        .sorted(Comparator.comparing(StreamNode::getId))
        .toList();
  }

  private static StreamGraph graph(String yaml, int parallelism) {
    Loaded loaded = PipelineFile.parse("t.yaml", yaml, new ExternalValues(name -> null, Map.of()));
    Configuration configuration = new Configuration();
    RunMode mode = new RunMode(false, false);
    var pipeline = Objects.requireNonNull(loaded.pipeline()).withParallelism(parallelism);
    JobSettings.apply(pipeline, mode, "file:///tmp", configuration);
    JobSettings.fixParallelism(configuration);
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    JobGraph.build(env, pipeline, Objects.requireNonNull(loaded.wiring()), mode);
    return env.getStreamGraph();
  }
}
