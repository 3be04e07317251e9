// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import io.drey.operators.internal.StateForm;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Where an event is from.
 *
 * @param source the id of its source
 * @param position of its record: the file, stream or partition, and the place therein
 */
public record Origin(String source, String position) {
  /** The form of events in the state of a step that asks for their origin: it is kept. */
  public static StateForm<Event> stateForm() {
    return new InState();
  }

  private record InState() implements StateForm<Event> {
    @Override
    public TypeInformation<Event> stateType() {
      return EventTypeInfo.STATE;
    }

    @Override
    public Event slim(Event event) {
      return event.bare().withOrigin(event.origin());
    }

    @Override
    public Event revive(Event stored, Object key) {
      return stored.withKey((String) key).withOrigin(stored.origin());
    }
  }
}
