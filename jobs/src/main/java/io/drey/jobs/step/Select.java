// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step;

import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.Projection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Projects an event to some of its fields. */
public final class Select implements EachEvent.Change {
  private static final long serialVersionUID = 1L;

  private final ArrayList<FieldPath> fields;
  private transient @Nullable Projection projection;

  public Select(List<FieldPath> fields) {
    this.fields = new ArrayList<>(fields);
  }

  @Override
  public Event apply(Event event) {
    Projection ready = projection;
    if (ready == null) {
      ready = Projection.of(fields);
      projection = ready;
    }
    return ready.select(event);
  }
}
