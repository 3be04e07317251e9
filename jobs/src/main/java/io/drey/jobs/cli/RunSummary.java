// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import io.drey.jobs.local.RunCounts;
import io.drey.jobs.local.RunReport;
import io.drey.jobs.pipeline.Output;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.StepEntry;
import io.drey.jobs.pipeline.Wiring;
import io.drey.jobs.step.KeyedStep;
import io.drey.operators.order.OrderByTime;
import io.drey.operators.rule.StepMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The summary of a local run: events in, per output, not read, malformed, time, rate. */
final class RunSummary {
  private static final double MILLIS = 1000.0;

  private final Pipeline pipeline;
  private final Wiring wiring;
  private final RunCounts counts;
  private final List<String> lines = new ArrayList<>();

  private RunSummary(Pipeline pipeline, Wiring wiring, RunCounts counts) {
    this.pipeline = pipeline;
    this.wiring = wiring;
    this.counts = counts;
  }

  static List<String> of(Pipeline pipeline, Wiring wiring, RunReport report) {
    RunSummary summary = new RunSummary(pipeline, wiring, report.counts());
    summary.total(report.elapsed());
    pipeline.sources().keySet().forEach(summary::source);
    pipeline.steps().forEach(summary::step);
    pipeline.sinks().keySet().forEach(summary::sink);
    return summary.lines;
  }

  private void total(Duration elapsed) {
    long events =
        pipeline.sources().keySet().stream()
            .mapToLong(id -> counts.sum("source", id, "events"))
            .sum();
    double seconds = Math.max(1, elapsed.toMillis()) / MILLIS;
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: %s in %.1f s (%,d events/s)",
            pipeline.name(),
            events(events),
            seconds,
            Math.round(events / seconds)));
  }

  private void source(String id) {
    List<String> parts = new ArrayList<>();
    parts.add(events(counts.sum("source", id, "events")));
    parts.add(
        number(counts.sum("source", id, "malformed"), "malformed")
            + unread(new Output(id, "malformed")));
    line("source", id, parts);
  }

  private void step(StepEntry step) {
    List<String> parts = new ArrayList<>();
    parts.add(number(eventsInto(step), "in"));
    for (Output output : wiring.outputsOf(step.id())) {
      String metric = output.isMain() ? StepMetrics.MAIN : StepMetrics.counterOf(output.name());
      long count = counts.sum("step", step.id(), metric);
      String name = output.isMain() ? "out" : output.name();
      if (count > 0 || output.isMain()) {
        parts.add(number(count, name) + unread(output));
      }
    }
    long evicted = counts.sum("step", step.id(), StepMetrics.EVICTED_KEYS);
    if (evicted > 0) {
      parts.add(number(evicted, evicted == 1 ? "key evicted" : "keys evicted"));
    }
    line("step", step.id(), parts);
  }

  /**
   * Invalid and late events go to side outputs before the operator of a stateful step counts them.
   */
  private long eventsInto(StepEntry step) {
    long events = counts.sum("step", step.id(), StepMetrics.EVENTS_IN);
    if (step.step().stateful() == null) {
      return events;
    }
    return events
        + counts.sum("step", step.id(), StepMetrics.counterOf(KeyedStep.INVALID))
        + counts.sum("step", step.id(), StepMetrics.counterOf(OrderByTime.LATE));
  }

  private void sink(String id) {
    line("sink", id, List.of(events(counts.sum("sink", id, "events"))));
  }

  private void line(String kind, String id, List<String> parts) {
    lines.add(String.format(Locale.ROOT, "  %-6s %s: %s", kind, id, String.join(", ", parts)));
  }

  private String unread(Output output) {
    return wiring.readersOf(output).isEmpty() ? " (not read)" : "";
  }

  private static String events(long count) {
    return number(count, count == 1 ? "event" : "events");
  }

  private static String number(long count, String what) {
    return String.format(Locale.ROOT, "%,d %s", count, what);
  }
}
