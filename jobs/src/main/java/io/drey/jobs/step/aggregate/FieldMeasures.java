// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.aggregate;

import io.drey.operators.aggregate.Measure;
import io.drey.operators.aggregate.Results;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventWriter;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The measures of a step, in the order in which they are written. */
record FieldMeasures(ArrayList<FieldMeasure<?>> measures) implements Serializable {
  List<Measure<Event, ?>> plain() {
    List<Measure<Event, ?>> plain = new ArrayList<>(measures.size());
    measures.forEach(measure -> plain.add(measure.measure()));
    return plain;
  }

  void putInto(EventWriter event, Results results) {
    for (FieldMeasure<?> measure : measures) {
      measure.putInto(event, results);
    }
  }
}
