package io.drey.jobs.graph;

import io.drey.jobs.pipeline.Output;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.StepEntry;
import io.drey.jobs.pipeline.Wiring;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A pipeline as a picture, in a language that draws graphs. */
public enum GraphDiagram {
  MERMAID("flowchart LR", "") {
    @Override
    String vertex(String id, String text) {
      return "  " + node(id) + "[\"" + text + "\"]";
    }

    @Override
    String edge(String from, String to, String label) {
      return "  " + node(from) + (label.isEmpty() ? " --> " : " -->|" + label + "| ") + node(to);
    }

    /** Some ids are words of the language ({@code end}). */
    private String node(String id) {
      return "v-" + id;
    }
  },
  DOT("digraph {\n  rankdir=LR\n  node [shape=box]", "}") {
    @Override
    String vertex(String id, String text) {
      return "  \"" + id + "\" [label=\"" + text + "\"]";
    }

    @Override
    String edge(String from, String to, String label) {
      String attribute = label.isEmpty() ? "" : " [label=\"" + label + "\"]";
      return "  \"" + from + "\" -> \"" + to + "\"" + attribute;
    }
  };

  private final String head;
  private final String foot;

  GraphDiagram(String head, String foot) {
    this.head = head;
    this.foot = foot;
  }

  abstract String vertex(String id, String text);

  abstract String edge(String from, String to, String label);

  /** The lines of the picture. */
  public List<String> draw(Pipeline pipeline, Wiring wiring) {
    List<String> lines = new ArrayList<>(head.lines().toList());
    vertices(pipeline).forEach((id, text) -> lines.add(vertex(id, text)));
    for (Map.Entry<String, List<Output>> reader : wiring.inputs().entrySet()) {
      for (Output output : reader.getValue()) {
        lines.add(edge(output.vertex(), reader.getKey(), output.name()));
      }
    }
    lines.addAll(foot.lines().toList());
    return lines;
  }

  private static Map<String, String> vertices(Pipeline pipeline) {
    Map<String, String> vertices = new LinkedHashMap<>();
    pipeline.sources().keySet().forEach(id -> vertices.put(id, "source " + id));
    for (StepEntry step : pipeline.steps()) {
      vertices.put(step.id(), step.kind() + " " + step.id());
    }
    pipeline.sinks().keySet().forEach(id -> vertices.put(id, "sink " + id));
    return vertices;
  }
}
