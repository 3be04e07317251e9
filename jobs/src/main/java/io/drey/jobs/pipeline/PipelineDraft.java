// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import io.drey.jobs.sink.Sink;
import io.drey.jobs.source.Source;
import io.drey.jobs.step.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The readable part of a pipeline file.
 *
 * @param settings null if they could not be read
 */
record PipelineDraft(
    String name,
    List<Vertex> sources,
    List<Vertex> steps,
    List<Vertex> sinks,
    @Nullable Settings settings) {

  /** All vertices, sources first. */
  List<Vertex> vertices() {
    List<Vertex> all = new ArrayList<>(sources);
    all.addAll(steps);
    all.addAll(sinks);
    return all;
  }

  /** The pipeline of a draft without problems. */
  Pipeline toPipeline() {
    Map<String, SourceEntry> readySources = new LinkedHashMap<>();
    sources.forEach(vertex -> readySources.put(vertex.id(), source(vertex)));
    Map<String, SinkEntry> readySinks = new LinkedHashMap<>();
    sinks.forEach(vertex -> readySinks.put(vertex.id(), sink(vertex)));
    return new Pipeline(
        name,
        Collections.unmodifiableMap(readySources),
        steps.stream().map(PipelineDraft::step).toList(),
        Collections.unmodifiableMap(readySinks),
        Objects.requireNonNull(settings));
  }

  private static SourceEntry source(Vertex vertex) {
    return new SourceEntry(vertex.id(), vertex.type(), definition(Source.class, vertex));
  }

  private static StepEntry step(Vertex vertex) {
    Step step = definition(Step.class, vertex);
    return new StepEntry(vertex.id(), vertex.type(), step, from(vertex), vertex.at(), false);
  }

  private static SinkEntry sink(Vertex vertex) {
    return new SinkEntry(vertex.id(), vertex.type(), definition(Sink.class, vertex), from(vertex));
  }

  private static <T> T definition(Class<T> type, Vertex vertex) {
    return type.cast(Objects.requireNonNull(vertex.definition(), vertex::id));
  }

  private static @Nullable List<Output> from(Vertex vertex) {
    List<Vertex.Reference> from = vertex.from();
    return from == null ? null : from.stream().map(Vertex.Reference::output).toList();
  }
}
