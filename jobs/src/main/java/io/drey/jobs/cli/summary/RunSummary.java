// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.summary;

import io.drey.jobs.local.RunCounts;
import io.drey.jobs.local.RunReport;
import io.drey.jobs.pipeline.Output;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.SourceEntry;
import io.drey.jobs.pipeline.StepEntry;
import io.drey.jobs.pipeline.Wiring;
import io.drey.jobs.sink.SinkMetrics;
import io.drey.jobs.source.line.SourceMetrics;
import io.drey.jobs.step.KeyedStep;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.rule.StepMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The summary of a local run: events in, per output, not read, malformed, late, time, rate, the
 * state of each step; the first malformed record of each source, the first invalid event of each
 * step and the first rejected one of each sink.
 */
final class RunSummary {
  private static final double MILLIS = 1000.0;
  private static final int INDENT = 9;
  private static final int INDENT_OF_FIRST = 4;
  private static final int INDENT_OF_DATA = 6;
  private static final String ERROR = "error";

  private final Pipeline pipeline;
  private final Wiring wiring;
  private final RunCounts counts;
  private final List<Line> lines = new ArrayList<>();

  private RunSummary(Pipeline pipeline, Wiring wiring, RunCounts counts) {
    this.pipeline = pipeline;
    this.wiring = wiring;
    this.counts = counts;
  }

  static List<Line> of(Pipeline pipeline, Wiring wiring, RunReport report) {
    RunSummary summary = new RunSummary(pipeline, wiring, report.counts());
    summary.total(report.elapsed());
    pipeline.sources().values().forEach(summary::source);
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
    String text =
        String.format(
            Locale.ROOT,
            "%s: %s in %.1f s (%,d events/s)",
            pipeline.name(),
            events(events),
            seconds,
            Math.round(events / seconds));
    lines.add(Line.of(text, INDENT_OF_FIRST));
    int restarts = counts.restarts();
    if (restarts > 0) {
      String often = restarts == 1 ? "once" : number(restarts, "times");
      lines.add(
          Line.of(
              "  restarted " + often + ": what was read again is counted again", INDENT_OF_FIRST));
    }
  }

  private void source(SourceEntry entry) {
    String id = entry.id();
    List<String> parts = new ArrayList<>();
    parts.add(events(counts.sum("source", id, "events")));
    parts.add(
        number(counts.sum("source", id, "malformed"), "malformed")
            + unread(new Output(id, "malformed")));
    long skipped = counts.sum("source", id, "skipped");
    if (skipped > 0) {
      parts.add(number(skipped, "skipped"));
    }
    files(id, "copies", "left out, a copy of another", parts);
    files(id, "deleted", "gone", parts);
    files(id, "unfinished", "left within a record", parts);
    line("source", id, parts);
    Lateness late = Lateness.of(entry, counts);
    if (late != null) {
      lines.add(Line.of("    " + late.text(), INDENT_OF_DATA));
    }
    String first = counts.first("source", id, SourceMetrics.FIRST_MALFORMED);
    if (first != null) {
      MalformedLine malformed = MalformedLine.of(first);
      first("malformed, " + malformed.position(), malformed.error(), malformed.raw());
    }
  }

  private void files(String source, String gauge, String what, List<String> parts) {
    long count = counts.sum("source", source, gauge);
    if (count > 0) {
      parts.add(number(count, (count == 1 ? "file " : "files ") + what));
    }
  }

  private void step(StepEntry entry) {
    StepCounts step = new StepCounts(entry, counts);
    List<String> parts = new ArrayList<>();
    parts.add(number(step.in(), "in"));
    for (Output output : wiring.outputsOf(entry.id())) {
      long count = output.isMain() ? step.out() : step.of(output.name());
      if (count > 0 || output.isMain()) {
        parts.add(number(count, output.isMain() ? "out" : output.name()) + unread(output));
      }
    }
    long evicted = step.evictedKeys();
    if (evicted > 0) {
      parts.add(number(evicted, evicted == 1 ? "key evicted" : "keys evicted"));
    }
    line("step", entry.id(), parts);
    described("invalid", step.first(KeyedStep.INVALID));
    String state = StateText.atTheEnd(counts, entry.id());
    if (state != null) {
      line("state", entry.id(), List.of(state));
    }
  }

  /** An event with the reason in its field {@code error}. */
  private void described(String what, @Nullable String first) {
    if (first != null) {
      Event event = Event.of(first);
      String error = String.valueOf(event.text(FieldPath.of(ERROR)));
      first(what, error, event.without(ERROR).toString());
    }
  }

  private void first(String what, String error, String data) {
    lines.add(Line.of("    first " + what + ": " + error, INDENT_OF_DATA));
    lines.add(Line.excerpt(data, INDENT_OF_DATA));
  }

  private void sink(String id) {
    List<String> parts = new ArrayList<>();
    parts.add(events(counts.sum("sink", id, "events")));
    long rejected = counts.sum("sink", id, SinkMetrics.REJECTED);
    if (rejected > 0) {
      Output output = new Output(id, SinkMetrics.REJECTED);
      parts.add(number(rejected, SinkMetrics.REJECTED) + unread(output));
    }
    line("sink", id, parts);
    described(
        SinkMetrics.REJECTED, counts.first("sink", id, StepMetrics.firstOf(SinkMetrics.REJECTED)));
  }

  private void line(String kind, String id, List<String> parts) {
    String text = String.format(Locale.ROOT, "  %-6s %s: %s", kind, id, String.join(", ", parts));
    lines.add(Line.of(text, INDENT));
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
