// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.summary;

import io.drey.jobs.local.RunCounts;
import io.drey.jobs.pipeline.Output;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.StepEntry;
import io.drey.jobs.pipeline.Wiring;
import io.drey.jobs.sink.SinkMetrics;
import io.drey.jobs.source.line.SourceMetrics;
import io.drey.jobs.step.KeyedStep;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.order.OrderByTime;
import io.drey.operators.rule.StepMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What did not go through a run: malformed records, invalid, late and rejected events. */
final class Losses {
  private final Pipeline pipeline;
  private final Wiring wiring;
  private final RunCounts counts;

  Losses(Pipeline pipeline, Wiring wiring, RunCounts counts) {
    this.pipeline = pipeline;
    this.wiring = wiring;
    this.counts = counts;
  }

  /** Each output with its number, and late events: {@code 3 events.malformed, 2 late in events}. */
  List<String> all() {
    List<String> all = new ArrayList<>();
    for (String source : pipeline.sources().keySet()) {
      add(counts.sum("source", source, "malformed"), new Output(source, "malformed"), all);
      add(counts.sum("source", source, SourceMetrics.LATE_EVENTS), "late in " + source, all);
    }
    for (StepEntry entry : pipeline.steps()) {
      StepCounts step = new StepCounts(entry, counts);
      for (String output : List.of(KeyedStep.INVALID, OrderByTime.LATE)) {
        add(step.sent(output), new Output(entry.id(), output), all);
      }
    }
    for (String sink : pipeline.sinks().keySet()) {
      Output rejected = new Output(sink, SinkMetrics.REJECTED);
      add(counts.sum("sink", sink, SinkMetrics.REJECTED), rejected, all);
    }
    return all;
  }

  private static void add(long count, Object what, List<String> to) {
    if (count > 0) {
      to.add(String.format(Locale.ROOT, "%,d %s", count, what));
    }
  }

  /** One for each output of malformed records, invalid or rejected events that nothing reads. */
  List<Finding> unread() {
    List<Finding> found = new ArrayList<>();
    for (String source : pipeline.sources().keySet()) {
      String first = counts.first("source", source, SourceMetrics.FIRST_MALFORMED);
      if (first != null && isUnread(source, "malformed")) {
        MalformedLine line = MalformedLine.of(first);
        long count = counts.sum("source", source, "malformed");
        found.add(unread("source", source, count, "malformed", line.position(), line.error()));
      }
    }
    for (StepEntry entry : pipeline.steps()) {
      StepCounts step = new StepCounts(entry, counts);
      String first = step.first(KeyedStep.INVALID);
      if (first != null && isUnread(entry.id(), KeyedStep.INVALID)) {
        long count = step.of(KeyedStep.INVALID);
        found.add(unread("step", entry.id(), count, "invalid", "", error(first)));
      }
    }
    pipeline.sinks().keySet().forEach(sink -> addUnread(sink, found));
    return found;
  }

  private void addUnread(String sink, List<Finding> found) {
    String first = counts.first("sink", sink, StepMetrics.firstOf(SinkMetrics.REJECTED));
    if (first != null && isUnread(sink, SinkMetrics.REJECTED)) {
      long count = counts.sum("sink", sink, SinkMetrics.REJECTED);
      found.add(unread("sink", sink, count, SinkMetrics.REJECTED, "", error(first)));
    }
  }

  private static String error(String described) {
    return String.valueOf(Event.of(described).text(FieldPath.of("error")));
  }

  private boolean isUnread(String id, String output) {
    return wiring.readersOf(new Output(id, output)).isEmpty();
  }

  private static Finding unread(
      String kind, String id, long count, String what, String position, String error) {
    String at = position.isEmpty() ? "" : ", " + position;
    return Finding.mistake(
        String.format(
            Locale.ROOT, "%s '%s': %,d %s, the first%s: %s", kind, id, count, what, at, error));
  }
}
