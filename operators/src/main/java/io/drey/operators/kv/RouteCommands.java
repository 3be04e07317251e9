// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import io.drey.operators.kv.command.CommandForm;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Sends commands on their {@link Routes}. Each listing has a number that is unique since the first
 * start of the job, so that it is not mixed up with listings pending over a rescale or failure.
 */
final class RouteCommands<I> extends AbstractStreamOperator<Tuple2<Long, I>>
    implements OneInputStreamOperator<I, Tuple2<Long, I>> {
  private static final long serialVersionUID = 1L;

  private static final int MOST_SUBTASKS = 1 << 15;

  private final CommandForm<I> form;
  private final int groups;

  @SuppressWarnings("NullAway.Init") // in initializeState
  private transient ListState<Long> listings;

  private transient long listed;
  private transient int subtask;

  RouteCommands(CommandForm<I> form, int groups) {
    this.form = form;
    this.groups = groups;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    listings = context.getOperatorStateStore().getUnionListState(KvState.listings());
    listed = 0;
    for (long ofOne : listings.get()) {
      listed = Math.max(listed, ofOne);
    }
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    listings.update(List.of(listed));
  }

  @Override
  public void open() throws Exception {
    super.open();
    subtask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
  }

  @Override
  public void processElement(StreamRecord<I> element) {
    I command = element.getValue();
    if (!form.listsGroups(command)) {
      output.collect(element.replace(Tuple2.of(Routes.TO_SCOPE, form.keyed(command))));
      return;
    }
    long listing = listed * MOST_SUBTASKS + subtask;
    listed++;
    for (int group = 0; group < groups; group++) {
      output.collect(element.replace(Tuple2.of(Routes.marker(listing, group), command)));
    }
  }
}
