// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.function;

import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.stateful.Context;
import io.drey.operators.stateful.Timers;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** The context of a user's function: keys as text, results of the function's own type. */
final class EventContext<O> implements Context<String, O> {
  private final EventOutput output;
  private final Map<String, OutputTag<Event>> tags = new HashMap<>();

  private @Nullable Context<String, Event> inner;

  EventContext(EventOutput output) {
    this.output = output;
  }

  EventContext<O> over(Context<String, Event> ctx) {
    inner = ctx;
    return this;
  }

  private Context<String, Event> inner() {
    return Objects.requireNonNull(inner);
  }

  @Override
  public String key() {
    return KeyPaths.plain(inner().key());
  }

  @Override
  public long time() {
    return inner().time();
  }

  @Override
  public void emit(O result) {
    inner().emit(output.event(result));
  }

  @Override
  public <X> void output(OutputTag<X> tag, X value) {
    inner().output(tags.computeIfAbsent(tag.getId(), EventContext::tag), output.event(value));
  }

  private static OutputTag<Event> tag(String name) {
    return new OutputTag<>(name, EventTypeInfo.STREAM);
  }

  @Override
  public Timers timers() {
    return inner().timers();
  }
}
