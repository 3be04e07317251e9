// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import io.drey.jobs.yaml.Problems;
import io.drey.jobs.yaml.Unknown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resolves the inputs of every step and sink. */
final class WiringResolver {
  private final Problems problems;
  private final PipelineDraft draft;
  private final Map<String, Vertex> readable = new LinkedHashMap<>();

  /** The sinks with outputs, which only other sinks can read. */
  private final Map<String, Vertex> rejecting = new LinkedHashMap<>();

  WiringResolver(PipelineDraft draft, Problems problems) {
    this.draft = draft;
    this.problems = problems;
    draft.sources().forEach(source -> readable.putIfAbsent(source.id(), source));
    draft.steps().forEach(step -> readable.putIfAbsent(step.id(), step));
    draft.sinks().stream()
        .filter(sink -> !sink.outputs().isEmpty())
        .forEach(sink -> rejecting.putIfAbsent(sink.id(), sink));
  }

  /** The wiring; unknown references are reported and left out. */
  Wiring resolve() {
    Map<String, List<Output>> inputs = new LinkedHashMap<>();
    List<Output> before = draft.sources().stream().map(Vertex::id).map(Output::main).toList();
    for (Vertex step : draft.steps()) {
      inputs.putIfAbsent(step.id(), inputs(step, before));
      before = List.of(Output.main(step.id()));
    }
    List<Output> last = before;
    draft.sinks().forEach(sink -> inputs.putIfAbsent(sink.id(), inputs(sink, last)));
    Map<String, List<Output>> outputs = new LinkedHashMap<>();
    readable.forEach((id, vertex) -> outputs.put(id, vertex.outputs()));
    rejecting.forEach((id, vertex) -> outputs.putIfAbsent(id, vertex.outputs()));
    List<Vertex> steps = draft.steps().stream().filter(this::isKnownByItsId).toList();
    List<String> order = new ArrayList<>(new VertexOrder("steps", steps, inputs, problems).sort());
    order.addAll(new VertexOrder("sinks", draft.sinks(), inputs, problems).sort());
    return new Wiring(inputs, outputs, order);
  }

  private boolean isKnownByItsId(Vertex step) {
    Vertex known = readable.get(step.id());
    return known != null && known.place().equals(step.place());
  }

  private List<Output> inputs(Vertex reader, List<Output> before) {
    List<Vertex.Reference> from = reader.from();
    if (from == null) {
      return before;
    }
    List<Output> inputs = new ArrayList<>();
    for (Vertex.Reference reference : from) {
      String problem = problem(reader, reference.output());
      if (problem == null) {
        inputs.add(reference.output());
      } else {
        problems.error(reference.at(), reader.place().label(), problem);
      }
    }
    return inputs;
  }

  private @Nullable String problem(Vertex reader, Output output) {
    Vertex vertex = readable.get(output.vertex());
    if (vertex == null && reader.role() == Vertex.Role.SINK) {
      vertex = rejecting.get(output.vertex());
    }
    if (vertex == null) {
      return Unknown.message("source or step", output.vertex(), readable.keySet());
    }
    // The outputs of a broken step are not known.
    if (vertex.definition() == null || vertex.outputs().contains(output)) {
      return null;
    }
    List<String> known = vertex.outputs().stream().map(Output::toString).toList();
    return Unknown.message("output", output.toString(), known);
  }
}
