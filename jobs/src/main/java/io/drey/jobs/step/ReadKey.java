// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step;

import io.drey.operators.event.CanonicalEvent;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.rule.KeyedRuleOperator;
import io.drey.operators.rule.OutputCounter;
import io.drey.operators.rule.StepMetrics;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** Reads an event's key once and attaches it to the event; an event without one is invalid. */
public class ReadKey extends ProcessFunction<Event, Event> {
  private static final long serialVersionUID = 1L;

  static final OutputTag<Event> INVALID = KeyedRuleOperator.invalid(EventTypeInfo.STREAM);

  /** The key that is the whole event, written as {@code '*'}. */
  static final KeyPaths WHOLE_EVENT = KeyPaths.of("*");

  private final KeyPaths key;
  private final boolean isWholeEvent;
  private final String step;

  private transient OutputCounter invalidEvents;

  ReadKey(KeyPaths key, String step) {
    this.key = key;
    this.isWholeEvent = key.equals(WHOLE_EVENT);
    this.step = step;
  }

  /** The same, where events keep their origin. */
  static ReadKey traced(KeyPaths key, String step) {
    return new Traced(key, step);
  }

  private static final class Traced extends ReadKey {
    private static final long serialVersionUID = 1L;

    Traced(KeyPaths key, String step) {
      super(key, step);
    }

    @Override
    @Nullable Event keyed(Event event) {
      Event keyed = super.keyed(event);
      return keyed == null ? null : keyed.withOrigin(event.origin());
    }
  }

  @Override
  public void open(OpenContext openContext) {
    invalidEvents = StepMetrics.output(getRuntimeContext().getMetricGroup(), step, INVALID.getId());
  }

  @Override
  public void processElement(Event event, Context ctx, Collector<Event> out) {
    Event keyed = keyed(event);
    if (keyed != null) {
      out.collect(keyed);
      return;
    }
    Event invalid = EventTypeInfo.STREAM.invalid(event, missing(key, event));
    invalidEvents.count(invalid);
    ctx.output(INVALID, invalid);
  }

  /** The event with its key; null if it has none. */
  @Nullable Event keyed(Event event) {
    return isWholeEvent ? event.withKey(CanonicalEvent.of(event)) : key.keyed(event);
  }

  /** Why an event has no key. */
  public static String missing(KeyPaths key, Event event) {
    return "Missing key '" + key.missing(event) + "'";
  }
}
