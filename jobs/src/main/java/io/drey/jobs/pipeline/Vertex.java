package io.drey.jobs.pipeline;

import io.drey.jobs.option.Place;
import io.drey.jobs.source.Source;
import io.drey.jobs.step.StatefulStep;
import io.drey.jobs.step.Step;
import io.drey.jobs.yaml.Position;
import io.drey.jobs.yaml.YamlMapping;
import io.drey.jobs.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source, step or sink as far as it could be read: the rest of a file is checked around one that
 * is broken.
 *
 * @param at where its id (a source, a sink) or its operator (a step) stands
 * @param definition its options record; null if that could not be made
 * @param from what it says it reads; null if nothing
 * @param options the YAML of the options record
 */
record Vertex(
    Vertex.Role role,
    String id,
    String kind,
    Position at,
    Place place,
    @Nullable Record definition,
    @Nullable List<Reference> from,
    YamlValue options) {

  enum Role {
    SOURCE,
    STEP,
    SINK
  }

  /** An entry of {@code from}. */
  record Reference(Output output, Position at) {}

  @Nullable StatefulStep rememberingStep() {
    return definition instanceof StatefulStep step ? step : null;
  }

  @Nullable Source source() {
    return definition instanceof Source source ? source : null;
  }

  /** Where the value of an option stands, or else the vertex. */
  Position positionOf(String option) {
    return options instanceof YamlMapping mapping && mapping.find(option) != null
        ? mapping.positionOf(option)
        : at;
  }

  /** The outputs others can read, the main one first. */
  List<Output> outputs() {
    List<Output> outputs = new ArrayList<>();
    if (role != Role.SINK) {
      outputs.add(Output.main(id));
      names().forEach(name -> outputs.add(new Output(id, name)));
    }
    return outputs;
  }

  private List<String> names() {
    if (role == Role.SOURCE) {
      return List.of("malformed");
    }
    return definition instanceof Step step ? step.outputs() : List.of();
  }
}
