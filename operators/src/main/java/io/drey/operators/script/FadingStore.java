// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.script;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.TimerService;
import org.jspecify.annotations.Nullable;

/** A store whose entries expire in processing time, by Flink's state TTL. */
final class FadingStore extends Texts {
  private final boolean perKey;
  private final ValueState<Boolean> seen;

  FadingStore(RuntimeContext context, ScriptOptions options, boolean perKey) {
    super(context.getMapState(ScriptState.entries(options)));
    this.perKey = perKey;
    this.seen = context.getState(ScriptState.seenKey());
  }

  @Override
  public boolean enter(@Nullable Long timestamp, TimerService timers) throws Exception {
    return !perKey || seen.value() != null;
  }

  @Override
  public long size() throws Exception {
    long count = 0;
    for (String unused : names()) {
      count++;
    }
    return count;
  }

  @Override
  public boolean renews() {
    return true;
  }

  @Override
  public void leave(Changes changes, TimerService timers) throws Exception {
    if (perKey && seen.value() == null) {
      seen.update(true);
    }
  }

  @Override
  public boolean isLive() throws Exception {
    return perKey ? seen.value() != null : !isEmpty();
  }

  @Override
  public void sweep(long timestamp, TimerService timers) {}

  @Override
  public void forget(TimerService timers) {
    removeAll();
    seen.clear();
  }
}
