// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import io.drey.jobs.option.OptionProblem;
import io.drey.jobs.source.Source;
import io.drey.jobs.source.TimeOptions;
import io.drey.jobs.step.Order;
import io.drey.jobs.step.StatefulStep;
import io.drey.jobs.yaml.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that all sources use the same kind of time, and that steps that need time have it. */
final class TimeChecks {
  private enum Mode {
    EVENT,
    PROCESSING,
    NONE
  }

  private final PipelineDraft draft;
  private final Upstream upstream;
  private final Problems problems;

  TimeChecks(PipelineDraft draft, Upstream upstream, Problems problems) {
    this.draft = draft;
    this.upstream = upstream;
    this.problems = problems;
  }

  void check() {
    checkSources();
    for (Vertex step : draft.steps()) {
      StatefulStep keyed = step.statefulStep();
      if (keyed != null) {
        upstream.sourcesOf(step).forEach(source -> checkStep(step, keyed, source));
        warn(step, keyed);
      }
    }
  }

  /** Reports the warnings of a step about event time. */
  private void warn(Vertex step, StatefulStep keyed) {
    if (upstream.sourcesOf(step).stream().anyMatch(source -> mode(source) == Mode.EVENT)) {
      for (OptionProblem problem : keyed.eventTimeWarnings()) {
        problems.warning(problem.in(step.options()), step.place().label(), problem.message());
      }
    }
  }

  private void checkSources() {
    List<Vertex> sound =
        draft.sources().stream().filter(vertex -> vertex.source() != null).toList();
    Vertex timed =
        sound.stream().filter(vertex -> mode(vertex) == Mode.EVENT).findFirst().orElse(null);
    if (timed == null) {
      timed = sound.stream().filter(TimeChecks::saysProcessing).findFirst().orElse(null);
    }
    if (timed != null) {
      for (Vertex source : sound) {
        checkSame(timed, source);
      }
    }
  }

  private void checkSame(Vertex timed, Vertex source) {
    Mode mode = mode(source);
    String label = source.place().label();
    if (mode == Mode.NONE) {
      problems.error(
          source.at(),
          label,
          "Missing key 'time' (source '"
              + timed.id()
              + "' has it: either all sources have it, or none)");
    } else if (mode != mode(timed)) {
      problems.error(
          source.positionOf("time"),
          label,
          "Invalid time: must be a field, as for source '" + timed.id() + "', but was processing");
    }
  }

  private void checkStep(Vertex step, StatefulStep keyed, Vertex source) {
    if (source.source() == null) {
      return;
    }
    if (keyed.order() == Order.EVENT_TIME && mode(source) != Mode.EVENT) {
      problems.error(
          step.positionOf("order"),
          step.place().label(),
          "Invalid order: must be arrival where source '"
              + source.id()
              + "' has no time field but was event-time");
    } else if (keyed.needsTime() && mode(source) == Mode.NONE) {
      problems.error(
          step.at(),
          step.place().label(),
          "Cannot measure time: source '"
              + source.id()
              + "' has no 'time' ('time: processing' uses processing time)");
    }
  }

  private static boolean saysProcessing(Vertex vertex) {
    Source source = vertex.source();
    return source != null && source.time() != null && mode(vertex) == Mode.PROCESSING;
  }

  private static Mode mode(Vertex vertex) {
    return mode(vertex.source());
  }

  private static Mode mode(@Nullable Source source) {
    TimeOptions time = source == null ? null : source.time();
    if (time != null) {
      return time.isProcessing() ? Mode.PROCESSING : Mode.EVENT;
    }
    return source != null && source.isTimedByArrival() ? Mode.PROCESSING : Mode.NONE;
  }
}
