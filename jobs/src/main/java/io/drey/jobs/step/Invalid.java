package io.drey.jobs.step;

import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** The form in which an event leaves by {@code .invalid}. */
final class Invalid {
  static final OutputTag<Event> TAG = new OutputTag<>(KeyedStep.INVALID, EventTypeInfo.STREAM);

  private static final String ERROR = "error";

  private Invalid() {}

  static Event event(Event event, @Nullable String reason) {
    return event.with(ERROR, String.valueOf(reason));
  }
}
