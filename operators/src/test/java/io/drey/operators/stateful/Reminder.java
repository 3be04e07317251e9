// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.stateful;

import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Reminds of each event 50 and 70 ms after it, and counts; events are {@code key-number}. Even
 * numbers take the timers of the event before back, those that end in 9 end the state.
 */
final class Reminder implements StatefulFunction<String, String, Reminder.Memory, String> {
  private static final long serialVersionUID = 1L;

  static final OutputTag<String> REMINDED = new OutputTag<>("reminded", Types.STRING);

  /** What is remembered of a key. */
  public static final class Memory {
    public int events;
    public int reminders;
    public long latest;
  }

  @Override
  public @Nullable Memory onEvent(String event, Memory memory, Context<String, String> ctx) {
    if (event.matches(".*[02468]")) {
      ctx.timers().unsetEventTime(memory.latest + 50);
      ctx.timers().unsetEventTime(memory.latest + 70);
    }
    memory.events++;
    memory.latest = ctx.time();
    ctx.timers().setEventTime(ctx.time() + 50);
    ctx.timers().setEventTime(ctx.time() + 70);
    ctx.emit(event + " " + memory.events + " " + memory.reminders);
    return event.endsWith("9") ? null : memory;
  }

  @Override
  public Memory onTimer(long at, Memory memory, Context<String, String> ctx) {
    memory.reminders++;
    ctx.output(REMINDED, ctx.key() + " " + memory.events + " " + memory.reminders);
    if (memory.reminders % 5 == 0) {
      ctx.timers().setEventTime(at + 3);
    }
    return memory;
  }

  @Override
  public List<OutputTag<?>> outputs() {
    return List.of(REMINDED);
  }
}
