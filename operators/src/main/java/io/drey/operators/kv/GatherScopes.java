// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import io.drey.operators.kv.command.Answer;
import io.drey.operators.kv.command.CommandForm;
import io.drey.operators.kv.command.KeyOrder;
import io.drey.operators.meaning.KeyForm;
import io.drey.operators.meaning.Marked;
import io.drey.operators.meaning.MarkerState;
import io.drey.operators.meaning.OperatorMarker;
import io.drey.operators.order.OrderByTime;
import io.drey.operators.rule.OutputCounter;
import io.drey.operators.rule.StepMetrics;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Combines the scopes of all key groups into one answer per listing; a command that was late for
 * any key group is late.
 */
final class GatherScopes<I, A> extends KeyedProcessFunction<Long, GroupScopes<I>, A>
    implements CheckpointedFunction, Marked {
  private static final long serialVersionUID = 1L;

  private final CommandForm<I> form;
  private final KvResults.ToAnswer<I, A> answers;
  private final OutputTag<I> lateTag;
  private final int keyGroups;
  private final String step;

  private transient ListState<String> groupScopes;
  private transient ValueState<Integer> groups;
  private transient ValueState<Boolean> late;
  private transient Counter eventsIn;
  private transient Counter answered;
  private transient OutputCounter lateCommands;

  GatherScopes(
      CommandForm<I> form,
      KvResults.ToAnswer<I, A> answers,
      TypeInformation<I> type,
      int keyGroups,
      String step) {
    this.form = form;
    this.answers = answers;
    this.lateTag = OrderByTime.late(type);
    this.keyGroups = keyGroups;
    this.step = step;
  }

  @Override
  public OperatorMarker marker() {
    return new OperatorMarker(KvState.class.getSimpleName(), KeyForm.PLAIN);
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    MarkerState.mark(context.getOperatorStateStore(), marker());
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {}

  @Override
  public void open(OpenContext openContext) {
    groupScopes = getRuntimeContext().getListState(KvState.groupScopes());
    groups = getRuntimeContext().getState(KvState.groupCount());
    late = getRuntimeContext().getState(KvState.lateMarker());
    StepMetrics metrics = new StepMetrics(getRuntimeContext().getMetricGroup(), step);
    eventsIn = metrics.eventsIn();
    answered = metrics.main();
    lateCommands = metrics.output(OrderByTime.LATE);
  }

  @Override
  public void processElement(GroupScopes<I> part, Context ctx, Collector<A> out) throws Exception {
    int before = groups.value() == null ? 0 : groups.value();
    groupScopes.addAll(part.scopes());
    if (part.late()) {
      late.update(true);
    }
    if (before + 1 < keyGroups) {
      groups.update(before + 1);
      return;
    }
    if (late.value() == null) {
      eventsIn.inc();
      answered.inc();
      out.collect(answers.of(part.command(), Answer.listedGroups(scopes())));
    } else {
      lateCommands.count(part.command());
      ctx.output(lateTag, part.command());
    }
    groupScopes.clear();
    groups.clear();
    late.clear();
  }

  private List<String> scopes() throws Exception {
    List<String> scopes = new ArrayList<>();
    for (String scopeKey : groupScopes.get()) {
      scopes.add(form.scope(scopeKey));
    }
    scopes.sort(KeyOrder.UTF_8);
    return scopes;
  }
}
