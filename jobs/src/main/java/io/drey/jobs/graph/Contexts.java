// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.graph;

import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.sink.SinkContext;
import io.drey.jobs.source.Source;
import io.drey.jobs.source.SourceContext;
import io.drey.jobs.step.StepContext;
import io.drey.operators.event.FieldPath;
import java.util.List;
import java.util.Objects;

/** What sources, steps and sinks know of the job that they are part of. */
record Contexts(Pipeline pipeline, RunMode mode) {
  /**
   * What a source knows of the job.
   *
   * @param isTraced whether its events carry their origin
   */
  SourceContext ofSource(String id, boolean isTraced) {
    return new SourceContext(
        id, pipeline.name(), pipeline.settings().parallelismOrOne(), mode.keepOpen(), isTraced);
  }

  /**
   * What a step knows of the job.
   *
   * @param hasOnePath whether the events of a key come to it by one path
   */
  StepContext ofStep(String id, boolean hasOnePath) {
    return new StepContext(
        id,
        JobGraph.timeOf(pipeline),
        pipeline.sourceDefinitions().stream().allMatch(Contexts::hasTime),
        timeFields(),
        new SourceTimes(pipeline.sourceDefinitions()),
        hasOnePath,
        pipeline.settings().parallelismOrOne());
  }

  private List<FieldPath> timeFields() {
    return pipeline.sourceDefinitions().stream()
        .filter(JobGraph::hasEventTime)
        .map(source -> Objects.requireNonNull(source.time()).field())
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private static boolean hasTime(Source source) {
    return source.time() != null || source.isTimedByArrival();
  }

  /**
   * What a sink knows of the job.
   *
   * @param checkpointed whether the job checkpoints, or may
   */
  SinkContext ofSink(String id, boolean checkpointed) {
    boolean bounded = pipeline.sourceDefinitions().stream().allMatch(Source::isBounded);
    return new SinkContext(
        id,
        pipeline.name(),
        bounded,
        mode.keepOpen(),
        checkpointed,
        mode.restored(),
        mode.takesOver());
  }
}
