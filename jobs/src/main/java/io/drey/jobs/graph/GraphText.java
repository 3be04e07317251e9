// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.graph;

import io.drey.jobs.pipeline.Output;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.SinkEntry;
import io.drey.jobs.pipeline.SourceEntry;
import io.drey.jobs.pipeline.StepEntry;
import io.drey.jobs.pipeline.Wiring;
import io.drey.jobs.source.TimeOptions;
import io.drey.jobs.step.Order;
import io.drey.jobs.step.StateContract;
import io.drey.jobs.step.StatefulStep;
import io.drey.jobs.text.DurationText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.flink.streaming.api.TimeDomain;

/** A pipeline as text: each vertex with its uids, key, time, state, and who reads its outputs. */
public final class GraphText {
  private static final int MOST_FILES = 10;

  private final Wiring wiring;
  private final TimeDomain time;
  private final List<String> lines = new ArrayList<>();

  private GraphText(Pipeline pipeline, Wiring wiring) {
    this.wiring = wiring;
    this.time = JobGraph.timeOf(pipeline);
  }

  /** The lines of the description. */
  public static List<String> of(Pipeline pipeline, Wiring wiring) {
    GraphText text = new GraphText(pipeline, wiring);
    text.lines.add(
        "job " + pipeline.name() + ", parallelism " + pipeline.settings().parallelismOrOne());
    pipeline.sources().values().forEach(text::source);
    pipeline.steps().forEach(text::step);
    pipeline.sinks().values().forEach(text::sink);
    return text.lines;
  }

  private void source(SourceEntry source) {
    lines.add("source " + source.id() + "  " + source.type());
    TimeOptions time = source.source().time();
    if (time != null && !time.isProcessing()) {
      detail(
          "time",
          (time.record() ? "of the record" : time.field())
              + ", out of order by up to "
              + DurationText.of(time.outOfOrderness()));
    }
    files(source);
    outputs(source.id());
  }

  /** The first files that would be read now; a run reports why there are none. */
  private void files(SourceEntry source) {
    try {
      List<String> files = source.source().files();
      for (String file : files.subList(0, Math.min(files.size(), MOST_FILES))) {
        detail("file", file);
      }
      if (files.size() > MOST_FILES) {
        detail("file", "and " + (files.size() - MOST_FILES) + " more");
      }
    } catch (IOException e) {
      detail("file", "none now");
    }
  }

  private void step(StepEntry entry) {
    lines.add("step " + entry.id() + "  " + entry.operator());
    detail("reads", names(wiring.inputsOf(entry.id())));
    StatefulStep stateful = entry.step().stateful();
    if (stateful == null) {
      detail("uid", entry.id());
    } else {
      stateful(entry.id(), stateful);
    }
    entry.step().files().forEach(file -> detail("file", file));
    for (StateContract state : entry.step().state(entry.id(), time)) {
      detail(
          "state",
          state.uid()
              + "/"
              + state.name()
              + ": "
              + state.kind()
              + " of "
              + state.typeText()
              + ", "
              + state.bound());
    }
    outputs(entry.id());
  }

  private void stateful(String id, StatefulStep step) {
    boolean sorts = step.order() == Order.EVENT_TIME;
    detail("uid", String.join(", ", uids(id, step, sorts)));
    detail(
        "key",
        step.key() == null
            ? "none: all events " + (step.gathersLocally() ? "are one group" : "in one subtask")
            : step.key().fields().stream().map(Object::toString).collect(Collectors.joining(", ")));
    String clock = time == TimeDomain.EVENT_TIME ? "event time" : "processing time";
    String order = step.gathersLocally() ? "in any order" : "in order of arrival";
    detail("time", clock + ", " + (sorts ? "in order of time" : order));
  }

  private static List<String> uids(String id, StatefulStep step, boolean sorts) {
    List<String> uids = new ArrayList<>(List.of(id));
    for (String suffix : step.uidSuffixes()) {
      if (sorts || !step.uidSuffixesToSort().contains(suffix)) {
        uids.add(id + suffix);
      }
    }
    return uids;
  }

  private void sink(SinkEntry sink) {
    lines.add("sink " + sink.id() + "  " + sink.type());
    detail("reads", names(wiring.inputsOf(sink.id())));
    outputs(sink.id());
  }

  private void outputs(String id) {
    for (Output output : wiring.outputsOf(id)) {
      List<String> readers = wiring.readersOf(output);
      String name = output.isMain() ? "main" : output.name();
      detail(
          "output",
          name + (readers.isEmpty() ? " (not read)" : " -> " + String.join(", ", readers)));
    }
  }

  private void detail(String name, String value) {
    lines.add("  " + name + " ".repeat(8 - name.length()) + value);
  }

  private static String names(List<Output> outputs) {
    return outputs.stream().map(Output::toString).collect(Collectors.joining(", "));
  }
}
