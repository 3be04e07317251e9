// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.graph;

import io.drey.jobs.pipeline.Output;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.StepEntry;
import io.drey.jobs.pipeline.Wiring;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A pipeline as a diagram. */
public final class GraphDiagram {
  private GraphDiagram() {}

  /** The lines of the diagram. */
  public static List<String> of(Pipeline pipeline, Wiring wiring, Diagram language) {
    List<String> lines = new ArrayList<>(language.head());
    vertices(pipeline)
        .forEach((id, text) -> lines.add(language.vertex(id, text, Diagram.Shape.BOX)));
    for (Map.Entry<String, List<Output>> reader : wiring.inputs().entrySet()) {
      for (Output output : reader.getValue()) {
        lines.add(language.edge(output.vertex(), reader.getKey(), output.name()));
      }
    }
    lines.addAll(language.foot());
    return lines;
  }

  private static Map<String, String> vertices(Pipeline pipeline) {
    Map<String, String> vertices = new LinkedHashMap<>();
    pipeline.sources().keySet().forEach(id -> vertices.put(id, "source " + id));
    for (StepEntry step : pipeline.steps()) {
      vertices.put(step.id(), step.operator() + " " + step.id());
    }
    pipeline.sinks().keySet().forEach(id -> vertices.put(id, "sink " + id));
    return vertices;
  }
}
