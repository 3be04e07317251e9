// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import io.drey.operators.kv.command.CommandForm;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Sends commands on their {@link Routes}. Each listing has a number that no listing has which is
 * still pending, also over a rescale or a failure: it begins with the number of the last
 * checkpoint. There is no state: union list state would end all checkpoints once one input has
 * ended.
 */
final class RouteCommands<I> extends AbstractStreamOperator<Tuple2<Long, I>>
    implements OneInputStreamOperator<I, Tuple2<Long, I>> {
  private static final long serialVersionUID = 1L;

  private static final int SUBTASK_BITS = 15;

  /** The listings of a subtask from one checkpoint to the next; more reach into those of others. */
  private static final int COUNT_BITS = 16;

  private final CommandForm<I> form;
  private final int groups;

  private transient long listed;
  private transient int subtask;

  RouteCommands(CommandForm<I> form, int groups) {
    this.form = form;
    this.groups = groups;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    listed = context.getRestoredCheckpointId().orElse(0) << COUNT_BITS;
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    listed = Math.max(listed, context.getCheckpointId() << COUNT_BITS);
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
    long listing = Routes.wrapped(listed << SUBTASK_BITS | subtask);
    listed++;
    for (int group = 0; group < groups; group++) {
      output.collect(element.replace(Tuple2.of(Routes.marker(listing, group), command)));
    }
  }
}
