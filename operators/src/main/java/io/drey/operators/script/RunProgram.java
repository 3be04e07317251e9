// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.script;

import io.drey.operators.rule.KeyedRule;
import io.drey.operators.rule.StepMetrics;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Runs a program on each event; see {@link Script}. */
final class RunProgram<K, T, R> extends KeyedRule<K, T, R> {
  private static final long serialVersionUID = 1L;

  /** When the input has ended. */
  private static final long END = Long.MAX_VALUE;

  private final Program<K, T, R> program;
  private final ScriptOptions options;

  private transient @Nullable LastEvents lastEvents;
  private transient Store store;
  private transient Transaction transaction;
  private transient Run<K, T, R> run;
  private transient boolean isEnd;

  RunProgram(Program<K, T, R> program, ScriptOptions options) {
    this.program = program;
    this.options = options;
  }

  @Override
  public void open(OpenContext openContext) {
    Memory<T> memory = program.memory();
    RuntimeContext context = getRuntimeContext();
    lastEvents = memory == null ? null : new LastEvents(context, options, memory);
    store = open(context);
    transaction = new Transaction(store);
    StepMetrics metrics = new StepMetrics(context.getMetricGroup(), step());
    run = new Run<>(transaction, store, lastEvents, metrics.skippedValues(), this::timestamp);
  }

  private @Nullable Long timestamp() {
    return isEnd ? null : timestampOfHandled();
  }

  private Store open(RuntimeContext context) {
    if (options.ttl() == null) {
      return new LastingStore(context, options, program.isPerKey());
    }
    return options.time() == TimeDomain.EVENT_TIME
        ? new ExpiringStore(context, options, program.isPerKey(), lastEvents)
        : new FadingStore(context, options, program.isPerKey());
  }

  @Override
  public void processElement(T event, Context ctx, Collector<R> out) throws Exception {
    if (program.event().isOver()) {
      return;
    }
    TimerService timers = ctx.timerService();
    boolean isSeen = store.enter(timestamp(ctx), timers);
    run.start(ctx.getCurrentKey());
    if (!isSeen && program.begin() != null) {
      program.begin().run(run);
    }
    program.event().run(event, run);
    remember(event);
    store.leave(transaction.commit(), timers);
    if (!isSeen && program.end() != null) {
      timers.registerEventTimeTimer(END);
    }
    run.flush(ctx, out);
  }

  private void remember(T event) throws Exception {
    Memory<T> memory = program.memory();
    if (lastEvents != null && memory != null) {
      lastEvents.add(memory.text().apply(event), store.latest());
    }
  }

  /** Only entries that expire in event time need it. */
  private @Nullable Long timestamp(Context ctx) {
    boolean isNeeded = options.ttl() != null && options.time() == TimeDomain.EVENT_TIME;
    return isNeeded ? Long.valueOf(timeOf(ctx, TimeDomain.EVENT_TIME)) : ctx.timestamp();
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext ctx, Collector<R> out) throws Exception {
    store.sweep(timestamp, ctx.timerService());
    if (timestamp == END && program.end() != null && store.isLive()) {
      store.enter(timestamp, ctx.timerService());
      run.start(ctx.getCurrentKey());
      isEnd = true;
      program.end().run(run);
      forget(ctx.timerService());
      run.flush(ctx, out);
    }
  }

  @Override
  protected Class<?> states() {
    return ScriptState.class;
  }

  @Override
  protected boolean isLive() throws Exception {
    return store.isLive() || (lastEvents != null && !lastEvents.isEmpty());
  }

  @Override
  protected void evict(TimerService timers) throws Exception {
    forget(timers);
    if (program.end() != null) {
      timers.deleteEventTimeTimer(END);
    }
  }

  private void forget(TimerService timers) throws Exception {
    store.forget(timers);
    if (lastEvents != null) {
      lastEvents.clear();
    }
  }
}
