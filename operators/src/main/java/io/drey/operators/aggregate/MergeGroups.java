// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import io.drey.operators.aggregate.measure.PartialMeasure;
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
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * The global phase: merges the partial results of the subtasks, and emits a window once time has
 * passed it.
 */
final class MergeGroups<K, R> extends KeyedProcessFunction<K, Partial<K>, R>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  private final ArrayList<Measure<?, ?>> measures;
  private final Summarize<K, R> summarize;
  private final String step;
  private final OperatorMarker marker;

  private transient MapState<Long, OpenWindow> windows;
  private transient Counter results;

  /**
   * Merges groups.
   *
   * @param group selects the group of an event
   */
  MergeGroups(
      List<? extends Measure<?, ?>> measures,
      Summarize<K, R> summarize,
      KeySelector<?, K> group,
      String step) {
    this.marker = OperatorMarker.of(AggregateState.class, group);
    this.measures = new ArrayList<>(measures);
    this.summarize = summarize;
    this.step = step;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    MarkerState.mark(context.getOperatorStateStore(), marker);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {}

  @Override
  public void open(OpenContext openContext) {
    windows = getRuntimeContext().getMapState(AggregateState.windows());
    results = new StepMetrics(getRuntimeContext().getMetricGroup(), step).main();
  }

  @Override
  public void processElement(Partial<K> partial, Context ctx, Collector<R> out) throws Exception {
    OpenWindow open = windows.get(partial.last());
    if (open == null) {
      open = new OpenWindow(partial.start(), new HashMap<>());
      ctx.timerService().registerEventTimeTimer(partial.last());
    }
    merge(partial.measures(), open.measures());
    long start = Math.min(open.start(), partial.start());
    windows.put(partial.last(), new OpenWindow(start, open.measures()));
  }

  private void merge(List<PartialMeasure> partials, Map<String, PartialMeasure> into) {
    for (int i = 0; i < partials.size(); i++) {
      Measure<?, ?> measure = measures.get(i);
      into.merge(measure.id(), partials.get(i), measure::merge);
    }
  }

  @Override
  public void onTimer(long last, OnTimerContext ctx, Collector<R> out) throws Exception {
    OpenWindow closed = windows.get(last);
    windows.remove(last);
    Window window = Window.of(closed.start(), last);
    out.collect(summarize.summarize(ctx.getCurrentKey(), window, new Results(closed.measures())));
    results.inc();
  }
}
