// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.eval;

import io.drey.jobs.local.probe.InProcess;
import io.drey.jobs.step.Stateless;
import io.drey.jobs.step.Step;
import io.drey.jobs.step.StepContext;
import io.drey.jobs.stream.NamedStreams;
import io.drey.operators.event.Event;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Collects the first events of a run, which ends when there are enough. */
final class FirstEvents implements Step {
  /** What a prompt goes through one by one. */
  private static final int ENOUGH = 1000;

  private final List<Event> collected = new ArrayList<>();

  /** The events, once the run has ended. */
  synchronized List<Event> events() {
    return List.copyOf(collected);
  }

  private synchronized void add(Event event) {
    if (collected.size() < ENOUGH) {
      collected.add(event);
    }
  }

  @Override
  public synchronized @Nullable String endOfRun() {
    return collected.size() == ENOUGH ? ENOUGH + " events" : null;
  }

  @Override
  public NamedStreams apply(DataStream<Event> input, StepContext context) {
    return Stateless.apply(new Collect(InProcess.to(this)), outputs(), input, context);
  }

  private static final class Collect extends ProcessFunction<Event, Event> {
    private static final long serialVersionUID = 1L;

    private final InProcess<FirstEvents> target;

    private Collect(InProcess<FirstEvents> target) {
      this.target = target;
    }

    @Override
    public void processElement(Event event, Context context, Collector<Event> out) {
      target.get().add(event);
    }
  }
}
