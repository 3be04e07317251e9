// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.aggregate;

import io.drey.jobs.step.ReadKey;
import io.drey.operators.event.Event;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.meaning.JsonKeySelector;
import io.drey.operators.rule.InvalidEventException;

/** Reads the group of an event; an event without one is invalid. */
record ReadGroup(KeyPaths by) implements JsonKeySelector<Event> {
  @Override
  public String getKey(Event event) {
    String group = by.read(event);
    if (group == null) {
      throw new InvalidEventException(ReadKey.missing(by, event));
    }
    return group;
  }
}
