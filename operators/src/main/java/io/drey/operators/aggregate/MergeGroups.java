// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import io.drey.operators.aggregate.measure.PartialMeasure;
import io.drey.operators.internal.Instants;
import io.drey.operators.meaning.Marked;
import io.drey.operators.meaning.MarkerState;
import io.drey.operators.meaning.OperatorMarker;
import io.drey.operators.rule.StepMetrics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * The global phase: merges the partial results of the subtasks, and emits a window once time has
 * passed it. Of overlapping windows it keeps the panes, each until its last window has passed.
 */
final class MergeGroups<K, R> extends KeyedProcessFunction<K, Partial<K>, R>
    implements CheckpointedFunction, Marked {
  private static final long serialVersionUID = 1L;

  private final Windows windows;
  private final ArrayList<Measure<?, ?>> measures;
  private final Summarize<K, R> summarize;
  private final String step;
  private final OperatorMarker marker;

  private transient MapState<Long, OpenWindow> panes;
  private transient Counter results;

  /**
   * Merges groups.
   *
   * @param group selects the group of an event
   */
  MergeGroups(
      Windows windows,
      List<? extends Measure<?, ?>> measures,
      Summarize<K, R> summarize,
      KeySelector<?, K> group,
      String step) {
    this.windows = windows;
    this.marker = OperatorMarker.of(AggregateState.class, group);
    this.measures = new ArrayList<>(measures);
    this.summarize = summarize;
    this.step = step;
  }

  @Override
  public OperatorMarker marker() {
    return marker;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    MarkerState.mark(context.getOperatorStateStore(), marker);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {}

  @Override
  public void open(OpenContext openContext) {
    panes =
        getRuntimeContext()
            .getMapState(
                windows.areOverlapping() ? AggregateState.panes() : AggregateState.windows());
    results = new StepMetrics(getRuntimeContext().getMetricGroup(), step).main();
  }

  @Override
  public void processElement(Partial<K> partial, Context ctx, Collector<R> out) throws Exception {
    OpenWindow open = panes.get(partial.last());
    if (open == null) {
      open = new OpenWindow(partial.start(), new HashMap<>());
      ctx.timerService().registerEventTimeTimer(firstEnd(partial.last(), ctx.timerService()));
    }
    for (int i = 0; i < partial.measures().size(); i++) {
      add(measures.get(i), partial.measures().get(i), open.measures());
    }
    long start = Math.min(open.start(), partial.start());
    panes.put(partial.last(), new OpenWindow(start, open.measures()));
  }

  /** The end of the first window with a pane that is still open, or of its last window. */
  private long firstEnd(long last, TimerService timers) {
    long passed = timers.currentWatermark();
    return last > passed || !windows.areOverlapping()
        ? last
        : Math.min(windows.last(Instants.plus(passed, 1)), windows.lastWindow(last));
  }

  private static void add(
      Measure<?, ?> measure, PartialMeasure partial, Map<String, PartialMeasure> into) {
    into.merge(measure.id(), partial, measure::merge);
  }

  @Override
  public void onTimer(long end, OnTimerContext ctx, Collector<R> out) throws Exception {
    if (windows.areOverlapping()) {
      emitOverlapping(end, ctx, out);
      return;
    }
    OpenWindow closed = panes.get(end);
    if (closed != null) {
      panes.remove(end);
      emit(closed.start(), end, closed.measures(), ctx, out);
    }
  }

  /** Emits the window that ends at an instant, and drops the panes whose last window it is. */
  private void emitOverlapping(long end, OnTimerContext ctx, Collector<R> out) throws Exception {
    if (windows.last(end) != end) {
      // set for panes of another length, before a restore
      ctx.timerService().registerEventTimeTimer(windows.last(end));
      return;
    }
    long start = windows.windowStart(end);
    long nextEnd = Instants.plus(end, windows.pane());
    long nextStart = windows.windowStart(nextEnd);
    Map<String, PartialMeasure> merged = null;
    boolean goesOn = false;
    List<Long> over = new ArrayList<>();
    for (Map.Entry<Long, OpenWindow> pane : panes.entries()) {
      if (pane.getKey() > end) {
        continue;
      }
      if (pane.getValue().start() >= start) {
        merged = merged == null ? new HashMap<>() : merged;
        addCopies(pane.getValue().measures(), merged);
      }
      if (end == nextEnd || pane.getValue().start() < nextStart) {
        over.add(pane.getKey());
      } else {
        goesOn = true;
      }
    }
    for (Long last : over) {
      panes.remove(last);
    }
    if (merged != null) {
      emit(start, end, merged, ctx, out);
    }
    if (goesOn) {
      ctx.timerService().registerEventTimeTimer(nextEnd);
    }
  }

  /** Later windows need the pane itself, too. */
  private void addCopies(Map<String, PartialMeasure> pane, Map<String, PartialMeasure> into) {
    for (Measure<?, ?> measure : measures) {
      PartialMeasure partial = pane.get(measure.id());
      if (partial != null) {
        add(measure, partial.copied(), into);
      }
    }
  }

  private void emit(
      long start,
      long last,
      Map<String, PartialMeasure> merged,
      OnTimerContext ctx,
      Collector<R> out)
      throws Exception {
    Window window = Window.of(start, last);
    out.collect(summarize.summarize(ctx.getCurrentKey(), window, new Results(merged)));
    results.inc();
  }
}
