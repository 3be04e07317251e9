package io.drey.jobs.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.PipelineFile;
import io.drey.jobs.pipeline.Wiring;
import io.drey.jobs.yaml.Outside;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class GraphTextTest {
  private static final Loaded LOADED =
      PipelineFile.parse(
          "t.yaml",
          """
          version: 1
          name: logins
          sources:
            web: {type: file, path: web.jsonl, time: {field: at, out-of-orderness: 90s}}
          steps:
            - {id: last, deduplicate: {key: [user, ip], ttl: 1h, keep: last, order: event-time}}
            - {id: end, drop-fields: [password]}
          sinks:
            out: {type: stdout}
            late: {type: discard, from: last.late}
          """,
          new Outside(name -> null, Map.of()));
  private static final Pipeline PIPELINE = Objects.requireNonNull(LOADED.pipeline());
  private static final Wiring WIRING = Objects.requireNonNull(LOADED.wiring());

  @Test
  void tellsUidsKeysTimeStateOutputsAndReaders() {
    assertThat(GraphText.of(PIPELINE, WIRING))
        .containsExactly(
            "job logins, parallelism 1",
            "source web  file",
            "  time    at, out of order by up to 90s",
            "  output  main -> last",
            "  output  malformed (not read)",
            "step last  deduplicate",
            "  reads   web",
            "  uid     last, last-key, last-order",
            "  key     user, ip",
            "  time    event time, in order of time",
            "  state   last-order/waiting: map of List<Event>, freed by the watermark",
            "  state   last/run-at: value of Long, freed once time is 1h past it",
            "  state   last/newest: value of Event, freed with run-at",
            "  state   last/newest-at: value of Long, freed with run-at",
            "  output  main -> end",
            "  output  duplicates (not read)",
            "  output  invalid (not read)",
            "  output  late -> late",
            "step end  drop-fields",
            "  reads   last",
            "  uid     end",
            "  output  main -> out",
            "sink out  stdout",
            "  reads   end",
            "sink late  discard",
            "  reads   last.late");
  }

  @Test
  void drawsItInMermaid() {
    assertThat(GraphDiagram.MERMAID.draw(PIPELINE, WIRING))
        .containsExactly(
            "flowchart LR",
            "  v-web[\"source web\"]",
            "  v-last[\"deduplicate last\"]",
            "  v-end[\"drop-fields end\"]",
            "  v-out[\"sink out\"]",
            "  v-late[\"sink late\"]",
            "  v-web --> v-last",
            "  v-last --> v-end",
            "  v-end --> v-out",
            "  v-last -->|late| v-late");
  }

  @Test
  void drawsItInDot() {
    assertThat(GraphDiagram.DOT.draw(PIPELINE, WIRING))
        .containsExactly(
            "digraph {",
            "  rankdir=LR",
            "  node [shape=box]",
            "  \"web\" [label=\"source web\"]",
            "  \"last\" [label=\"deduplicate last\"]",
            "  \"end\" [label=\"drop-fields end\"]",
            "  \"out\" [label=\"sink out\"]",
            "  \"late\" [label=\"sink late\"]",
            "  \"web\" -> \"last\"",
            "  \"last\" -> \"end\"",
            "  \"end\" -> \"out\"",
            "  \"last\" -> \"late\" [label=\"late\"]",
            "}");
  }
}
