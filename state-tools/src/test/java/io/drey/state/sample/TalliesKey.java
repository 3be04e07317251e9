// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import io.drey.operators.event.Event;
import io.drey.operators.stateful.Context;
import io.drey.operators.stateful.StatefulFunction;

/** Counts a key's events, and sets a timer. */
public final class TalliesKey implements StatefulFunction<String, Event, TalliesKey.Tally, Event> {
  private static final long serialVersionUID = 1L;

  /** What is kept of a key. */
  public static final class Tally {
    public long events;

    public Tally() {}
  }

  @Override
  public Tally onEvent(Event event, Tally tally, Context<String, Event> context) {
    tally.events++;
    return tally;
  }

  @Override
  public Tally onTimer(long at, Tally tally, Context<String, Event> context) {
    return tally;
  }
}
