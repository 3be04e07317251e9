// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import io.drey.operators.kv.command.Answer;
import io.drey.operators.kv.command.Change;
import io.drey.operators.kv.command.CommandForm;
import io.drey.operators.kv.command.RefusedException;
import io.drey.operators.rule.InvalidEventException;
import io.drey.operators.rule.KeyedRule;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Executes the commands on each scope, and answers markers with the existing scopes; see {@link
 * KvStore}.
 */
final class AnswerCommands<I, A, C> extends KeyedRule<String, Tuple2<Long, I>, A>
    implements Triggerable<String, String> {
  private static final long serialVersionUID = 1L;

  private final CommandForm<I> form;
  private final KvResults<I, A, C> results;
  private final KvOptions options;
  private final OutputTag<GroupScopes<I>> groupScopes;
  private final OutputTag<C> changesTag;

  private transient StoredEntries stored;
  private transient ScopeEntries entries;
  private transient CommandExecutor executor;
  private transient LiveScopes scopes;
  private transient long now;

  AnswerCommands(
      CommandForm<I> form, KvResults<I, A, C> results, KvOptions options, TypeInformation<I> type) {
    this.form = form;
    this.results = results;
    this.options = options;
    this.groupScopes = KvStore.groupScopes(type);
    this.changesTag = new OutputTag<>(KvStore.CHANGES, results.changeType());
  }

  @Override
  public void open(OpenContext openContext) {
    InternalTimerService<String> timers = timers(KvState.EXPIRIES, StringSerializer.INSTANCE, this);
    stored = StoredEntries.open(getRuntimeContext(), options);
    entries = new ScopeEntries(stored, new Expiries(timers, options.settings().time()), this::emit);
    executor = new CommandExecutor(entries, options);
    scopes =
        new LiveScopes(
            getRuntimeContext().getTaskInfo().getMaxNumberOfParallelSubtasks(),
            () -> keysWith(KvState.size()));
  }

  @Override
  protected boolean isEvent(Tuple2<Long, I> routed) {
    return !Routes.isMarker(routed);
  }

  @Override
  public void processElement(Tuple2<Long, I> routed, Context ctx, Collector<A> out)
      throws Exception {
    I command = routed.f1;
    if (Routes.isMarker(routed)) {
      List<String> live = scopes.of(routed.f0, stored.scopeChanges());
      emitNow(groupScopes, new GroupScopes<>(Routes.listing(routed.f0), command, live, false));
      return;
    }
    now = timeOf(ctx, options.settings().time());
    Answer answer;
    try {
      answer = executor.at(now, form.read(command));
      shrink();
    } catch (RefusedException e) {
      answer = Answer.refused(e);
    }
    out.collect(results.answers().of(command, answer));
  }

  private void shrink() throws Exception {
    Integer most = options.settings().maxKeys();
    if (most != null) {
      entries.shrinkTowards(most);
    }
  }

  private void emit(Change change) {
    C record = results.changes().of(change);
    emit(changesTag, change, record);
    for (KvResults.Trigger<C> trigger : results.triggers()) {
      if (trigger.isAbout(change) && holds(trigger, record)) {
        emit(new OutputTag<>(trigger.name(), results.changeType()), change, record);
      }
    }
  }

  private boolean holds(KvResults.Trigger<C> trigger, C record) {
    try {
      return trigger.when().holds(record);
    } catch (InvalidEventException e) {
      return false;
    }
  }

  private void emit(OutputTag<C> tag, Change change, C record) {
    if (change.event() == Change.Event.EXPIRED) {
      emitAt(change.ts(), tag, record);
    } else {
      emitNow(tag, record);
    }
  }

  @Override
  public void onEventTime(InternalTimer<String, String> timer) throws Exception {
    expire(timer);
  }

  @Override
  public void onProcessingTime(InternalTimer<String, String> timer) throws Exception {
    expire(timer);
  }

  private void expire(InternalTimer<String, String> timer) throws Exception {
    entries.enter(form.scope(timer.getKey()), timer.getTimestamp());
    entries.expire(timer.getNamespace());
  }

  @Override
  protected Class<?> states() {
    return KvState.class;
  }

  @Override
  protected boolean isLive() throws Exception {
    return stored.size() > 0;
  }

  @Override
  protected void evict(TimerService timers) throws Exception {
    entries.enter(form.scope(currentKey()), now);
    entries.clear();
  }
}
