// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.script;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.TimerService;
import org.jspecify.annotations.Nullable;

/** A store whose entries stay until they are removed. */
final class LastingStore extends Texts {
  private final boolean perKey;
  private final ValueState<Long> size;

  /** The value of {@link #size}, once it has been read for the current event. */
  private @Nullable Long known;

  private boolean isRead;

  LastingStore(RuntimeContext context, ScriptOptions options, boolean perKey) {
    super(context.getMapState(ScriptState.entries(options)));
    this.perKey = perKey;
    this.size = context.getState(ScriptState.size());
  }

  @Override
  public boolean enter(@Nullable Long timestamp, TimerService timers) throws Exception {
    isRead = false;
    return !perKey || known() != null;
  }

  private @Nullable Long known() throws Exception {
    if (!isRead) {
      known = size.value();
      isRead = true;
    }
    return known;
  }

  @Override
  public long size() throws Exception {
    Long count = known();
    return count == null ? 0 : count;
  }

  @Override
  public boolean renews() {
    return false;
  }

  @Override
  public void leave(Changes changes, TimerService timers) throws Exception {
    boolean isNew = perKey && known() == null;
    if (!isNew && changes.grown() == 0) {
      return;
    }
    long count = size() + changes.grown();
    if (count == 0 && !perKey) {
      size.clear();
    } else {
      size.update(count);
    }
  }

  @Override
  public boolean isLive() throws Exception {
    return size.value() != null;
  }

  @Override
  public void sweep(long timestamp, TimerService timers) {}

  @Override
  public void forget(TimerService timers) {
    removeAll();
    size.clear();
  }
}
