// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sessionize;

import io.drey.operators.internal.StateForm;
import io.drey.operators.rule.TimestampedEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ValueState;
import org.jspecify.annotations.Nullable;

/** The stored events of the current key's open session. */
final class SessionContents<T> {
  private final @Nullable EventPart<T> event;
  private final @Nullable EventPart<T> opening;
  private final StateForm<T> form;
  private final @Nullable ListState<TimestampedEvent<T>> events;
  private final @Nullable ValueState<T> opened;

  SessionContents(SessionFunctions<T> functions, StateForm<T> form, RuntimeContext context) {
    this.event = functions.event();
    this.opening = functions.opening();
    this.form = form;
    this.events =
        event == null ? null : context.getListState(SessionizeState.events(form.stateType()));
    this.opened =
        opening == null ? null : context.getState(SessionizeState.opening(form.stateType()));
  }

  /** Begins with an event; earlier contents are dropped. */
  void open(T first, long time) throws Exception {
    if (events != null && event != null) {
      events.update(List.of(timestamped(event, first, time)));
    }
    if (opened != null && opening != null) {
      opened.update(form.slim(opening.of(first)));
    }
  }

  /** Appends an event. */
  void add(T next, long time) throws Exception {
    if (events != null && event != null) {
      events.add(timestamped(event, next, time));
    }
  }

  private TimestampedEvent<T> timestamped(EventPart<T> part, T whole, long time) {
    return new TimestampedEvent<>(time, form.slim(part.of(whole)));
  }

  @Nullable T opening() throws Exception {
    return opened == null ? null : opened.value();
  }

  /** The events, of the given number, ordered by time, ties in order of arrival. */
  List<T> events(int count) throws Exception {
    if (events == null) {
      return List.of();
    }
    List<T> ordered = new ArrayList<>(count);
    long latest = Long.MIN_VALUE;
    for (TimestampedEvent<T> event : events.get()) {
      if (event.at() < latest) {
        return sorted(events.get());
      }
      latest = event.at();
      ordered.add(event.event());
    }
    return ordered;
  }

  private static <T> List<T> sorted(Iterable<TimestampedEvent<T>> arrived) {
    List<TimestampedEvent<T>> sorted = new ArrayList<>();
    arrived.forEach(sorted::add);
    sorted.sort(Comparator.comparingLong(TimestampedEvent::at));
    List<T> ordered = new ArrayList<>(sorted.size());
    sorted.forEach(event -> ordered.add(event.event()));
    return ordered;
  }

  void clear() {
    if (events != null) {
      events.clear();
    }
    if (opened != null) {
      opened.clear();
    }
  }
}
