// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.test.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drey.jobs.graph.JobGraph;
import io.drey.jobs.local.direct.SteppedJob;
import io.drey.jobs.pipeline.Output;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.SinkEntry;
import io.drey.jobs.pipeline.StepEntry;
import io.drey.jobs.step.StateContract;
import io.drey.jobs.test.Given;
import io.drey.jobs.test.PipelineTest;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.Projection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.flink.streaming.api.TimeDomain;
import org.jspecify.annotations.Nullable;

/** One run of a test, at one parallelism. */
final class TestRun {
  /** Numbers as they are written. */
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final TestJobs jobs;
  private final PipelineTest test;
  private final SteppedJob job;
  private final boolean hasEventTime;
  private final Map<String, Feed> feeds = new LinkedHashMap<>();
  private final Arrivals arrivals;
  private long clock;

  private TestRun(
      TestJobs jobs, PipelineTest test, String file, SteppedJob job, Arrivals arrivals) {
    this.jobs = jobs;
    this.test = test;
    this.job = job;
    this.arrivals = arrivals;
    this.hasEventTime = JobGraph.timeOf(jobs.pipeline()) == TimeDomain.EVENT_TIME;
    jobs.pipeline()
        .sources()
        .forEach(
            (id, entry) ->
                feeds.put(
                    id, new Feed(job, arrivals, new GivenSource(entry, file, jobs.isTraced(id)))));
  }

  /**
   * Runs a test.
   *
   * @param file the test file, in what malformed records say of their place
   * @throws Exception if the job fails
   */
  static Came run(TestJobs jobs, PipelineTest test, String file, int parallelism) throws Exception {
    Arrivals arrivals = new Arrivals(parallelism == 1);
    try (SteppedJob job = SteppedJob.start(jobs.at(parallelism), jobs.temporary(), arrivals)) {
      return new TestRun(jobs, test, file, job, arrivals).run();
    }
  }

  private Came run() throws Exception {
    try {
      for (Given given : test.given()) {
        take(given);
      }
    } finally {
      for (Feed feed : feeds.values()) {
        feed.source().close();
      }
    }
    return new Came(records(), keys());
  }

  private void take(Given given) throws Exception {
    if (given instanceof Given.Read read) {
      read.bySource().forEach((source, inputs) -> feed(source).source().give(inputs));
      readAll();
      return;
    }
    arrivals.ofTime();
    if (given instanceof Given.AdvanceTo to) {
      advanceTo(to.instant().toEpochMilli());
    } else if (given instanceof Given.AdvanceBy by) {
      advanceTo(now() + by.duration().toMillis());
    } else if (given instanceof Given.Restore) {
      job.restart();
      feeds.values().forEach(Feed::resume);
    } else if (given instanceof Given.End) {
      job.endInput();
    }
  }

  private Feed feed(String source) {
    return Objects.requireNonNull(feeds.get(source), source);
  }

  private void readAll() throws IOException {
    for (Feed next = furthestBehind(); next != null; next = furthestBehind()) {
      next.read();
    }
  }

  private @Nullable Feed furthestBehind() {
    Feed behind = null;
    for (Feed feed : feeds.values()) {
      if (feed.source().hasMore() && (behind == null || feed.source().isBehind(behind.source()))) {
        behind = feed;
      }
    }
    return behind;
  }

  private void advanceTo(long millis) throws Exception {
    clock = Math.max(clock, millis);
    job.advanceClockTo(clock);
    if (hasEventTime) {
      feeds.values().forEach(feed -> feed.advanceTo(millis));
    }
  }

  /** The latest instant that is known of. */
  private long now() {
    long now = clock;
    for (Feed feed : feeds.values()) {
      now = Math.max(now, Math.max(feed.watermark(), feed.source().lastTime()));
    }
    return now;
  }

  private Map<Output, List<Came.Item>> records() {
    Map<Output, List<Came.Item>> records = new LinkedHashMap<>();
    jobs.outputs()
        .forEach(
            (name, output) -> {
              Projection written = written(output);
              List<Came.Item> of =
                  arrivals.of(name).stream().map(arrival -> item(arrival, written)).toList();
              if (!of.isEmpty()) {
                records.put(output, of);
              }
            });
    return records;
  }

  /** The fields that a sink writes; null if that is all of them, or if it is no sink. */
  private @Nullable Projection written(Output output) {
    SinkEntry sink = output.isMain() ? jobs.pipeline().sinks().get(output.vertex()) : null;
    List<FieldPath> fields = sink == null ? null : sink.sink().fields();
    return fields == null ? null : Projection.of(fields);
  }

  private static Came.Item item(Arrivals.Arrival arrival, @Nullable Projection written) {
    Event event = arrival.event();
    return new Came.Item(json(written == null ? event : written.select(event)), arrival.group());
  }

  private static JsonNode json(Event event) {
    try {
      return JSON.readTree(event.toString());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("Failed to read an event: " + event, e);
    }
  }

  private Map<String, Long> keys() {
    Pipeline pipeline = jobs.pipeline();
    Map<String, Long> keys = new LinkedHashMap<>();
    for (StepEntry step : pipeline.steps()) {
      Set<Object> ofStep = new HashSet<>();
      for (StateContract state : step.step().state(step.id(), JobGraph.timeOf(pipeline))) {
        if (state.isKeyed()) {
          ofStep.addAll(job.keys(state.uid(), List.of(state.name())));
        }
      }
      keys.put(step.id(), (long) ofStep.size());
    }
    return keys;
  }
}
