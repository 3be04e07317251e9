// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.direct;

import io.drey.operators.event.Event;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.flink.runtime.state.TaskStateManager;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * A job whose owner takes it from record to record, at any parallelism, in one thread: what a
 * record causes has happened when {@link #emit} returns. The owner takes the place of the sources;
 * event time and processing time are what he says. Not thread-safe.
 */
public final class SteppedJob implements AutoCloseable {
  /** Is told of all that outputs emit. */
  public interface Listener {
    /**
     * Takes an event.
     *
     * @param output its name in the graph
     * @param timestamp of the event, in ms
     */
    void emitted(String output, Event event, long timestamp);
  }

  private final SteppedGraph graph;
  private final Path temporary;
  private final Listener listener;

  /** Processing time goes on over restarts. */
  private long clock;

  private long snapshots;
  private SteppedTimers timers = new SteppedTimers();
  private Map<Slot, SteppedTask> tasks = new HashMap<>();
  private SteppedNodes nodes;

  private SteppedJob(SteppedGraph graph, Path temporary, Listener listener) {
    this.graph = graph;
    this.temporary = temporary;
    this.listener = listener;
    this.nodes = unopened();
  }

  /**
   * Starts a job without state, at the beginning of both times.
   *
   * @param temporary a directory for the job's files
   */
  public static SteppedJob start(SteppedGraph graph, Path temporary, Listener listener)
      throws Exception {
    SteppedJob job = new SteppedJob(graph, temporary, listener);
    job.open(null);
    return job;
  }

  private SteppedNodes unopened() {
    return new SteppedNodes(graph.graph(), Set.copyOf(graph.sources().values()), tasks);
  }

  private void open(SteppedNodes.@Nullable Snapshot restored) throws Exception {
    for (Slot slot : graph.slots()) {
      tasks.put(slot, new SteppedTask(environment(slot, restored), timers));
    }
    nodes.create();
    graph
        .outputs()
        .forEach(
            (name, places) -> {
              Target listening = new Listening(name, listener);
              places.forEach(place -> nodes.listen(place, listening));
            });
    nodes.open();
    advanceClockTo(clock);
  }

  private DirectEnvironment environment(Slot slot, SteppedNodes.@Nullable Snapshot restored) {
    TaskStateManager states =
        restored == null
            ? new NoRestoredState()
            : new RestoredState(restored.number(), restored.states().getOrDefault(slot, Map.of()));
    return new DirectEnvironment(
        graph.graph(),
        graph.configuration(),
        temporary,
        NoReporter.INSTANCE,
        UserClasses.of(graph.configuration()),
        slot,
        states);
  }

  /**
   * Lets a source emit a record.
   *
   * @param source its uid
   * @param timestamp of the record, in ms
   */
  public void emit(String source, Object record, long timestamp) {
    outputsOf(source).get(0).collect(new StreamRecord<>(record, timestamp));
    drain();
  }

  /** Lets a source say that event time has come to an instant. */
  public void advanceEventTime(String source, long millis) {
    outputsOf(source).forEach(output -> output.emitWatermark(new Watermark(millis)));
    drain();
  }

  /** Advances the clock of processing time; it never goes back. */
  public void advanceClockTo(long millis) throws Exception {
    clock = Math.max(clock, millis);
    timers.advanceTo(clock, this::drain);
  }

  /** Ends the input of all sources. */
  public void endInput() {
    for (String source : graph.sources().keySet()) {
      advanceEventTime(source, Watermark.MAX_WATERMARK.getTimestamp());
      outputsOf(source).forEach(NodeOutput::end);
      drain();
    }
  }

  private List<NodeOutput> outputsOf(String source) {
    return nodes.outputsOf(Objects.requireNonNull(graph.sources().get(source), source));
  }

  private void drain() {
    boolean any = true;
    while (any) {
      any = false;
      for (SteppedTask task : tasks.values()) {
        any |= task.drain();
      }
    }
  }

  /**
   * Goes on as a job that is restored from a savepoint of this one. Nobody knows there how far
   * event time has come, until the sources say it again.
   */
  public void restart() throws Exception {
    drain();
    snapshots++;
    SteppedNodes.Snapshot snapshot = nodes.snapshot(snapshots);
    close();
    timers = new SteppedTimers();
    tasks = new HashMap<>();
    nodes = unopened();
    open(snapshot);
  }

  /**
   * The keys for which an operator holds state.
   *
   * @param uid of the operator
   * @param states the names of its keyed states
   */
  public Set<Object> keys(String uid, Collection<String> states) {
    Set<Object> keys = new HashSet<>();
    for (StreamNode node : graph.graph().getStreamNodes()) {
      if (uid.equals(node.getTransformationUID())) {
        nodes.subtasksOf(node.getId()).forEach(subtask -> keys.addAll(subtask.keys(states)));
      }
    }
    return keys;
  }

  /** Stops it where it stands. */
  @Override
  public void close() throws Exception {
    List<AutoCloseable> all = new ArrayList<>();
    all.add(nodes);
    all.addAll(tasks.values());
    IOUtils.closeAll(all);
  }

  private record Listening(String output, Listener listener) implements Target {
    @Override
    public void record(StreamRecord<Object> record) {
      listener.emitted(output, (Event) record.getValue(), record.getTimestamp());
    }

    @Override
    public void watermark(Watermark watermark) {}

    @Override
    public void status(WatermarkStatus status) {}

    @Override
    public void end() {}
  }
}
