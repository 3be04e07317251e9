// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import io.drey.jobs.option.OptionProblem;
import io.drey.jobs.option.Place;
import io.drey.jobs.sink.Sink;
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
 * The readable part of a source, step or sink: the rest of a file is checked even if one of them is
 * broken.
 *
 * @param type its type, or the operator of a step; empty if unknown
 * @param at the position of its id (for a source or sink) or of its operator (for a step)
 * @param idAt the position of its id
 * @param definition its options record; null if that could not be created
 * @param from its {@code from}; null if it has none
 * @param options the YAML of the options record
 */
record Vertex(
    Vertex.Role role,
    String id,
    String type,
    Position at,
    Position idAt,
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

  @Nullable Step step() {
    return definition instanceof Step step ? step : null;
  }

  @Nullable StatefulStep statefulStep() {
    Step step = step();
    return step == null ? null : step.stateful();
  }

  @Nullable Source source() {
    return definition instanceof Source source ? source : null;
  }

  @Nullable Sink sink() {
    return definition instanceof Sink sink ? sink : null;
  }

  /** What its options can hardly mean. */
  List<OptionProblem> warnings() {
    Step step = step();
    Source source = source();
    List<OptionProblem> ofSource = source == null ? List.of() : source.warnings();
    return step == null ? ofSource : step.warnings();
  }

  /** The position of the value of an option, or else of the vertex. */
  Position positionOf(String option) {
    return options instanceof YamlMapping mapping && mapping.find(option) != null
        ? mapping.positionOf(option)
        : at;
  }

  /** The outputs that others can read, the main one first; a sink has none but named ones. */
  List<Output> outputs() {
    List<Output> outputs = new ArrayList<>();
    if (role != Role.SINK) {
      outputs.add(Output.main(id));
    }
    names().forEach(name -> outputs.add(new Output(id, name)));
    return outputs;
  }

  private List<String> names() {
    if (role == Role.SOURCE) {
      return List.of("malformed");
    }
    Step step = step();
    Sink sink = sink();
    List<String> ofSink = sink == null ? List.of() : sink.outputs();
    return step == null ? ofSink : step.outputs();
  }
}
