// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step;

import io.drey.operators.event.Event;
import io.drey.operators.meaning.JsonKeySelector;

/** Selects the keys of the steps of a pipeline: the canonical JSON texts that events carry. */
enum EventKeys implements JsonKeySelector<Event> {
  OF_EVENT;

  @Override
  public String getKey(Event event) {
    return event.key();
  }
}
