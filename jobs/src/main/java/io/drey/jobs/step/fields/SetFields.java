// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.fields;

import io.drey.jobs.expression.Expression;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Sets fields to the results of expressions, all evaluated on the event as it arrived. */
final class SetFields extends ProcessFunction<Event, Event> {
  private static final long serialVersionUID = 1L;

  private final LinkedHashMap<FieldPath, Expression> fields = new LinkedHashMap<>();

  SetFields(Map<String, Expression> fields) {
    fields.forEach((name, value) -> this.fields.put(FieldPath.of(name), value));
  }

  @Override
  public void processElement(Event event, Context ctx, Collector<Event> out) {
    Event changed = event;
    for (Map.Entry<FieldPath, Expression> field : fields.entrySet()) {
      changed = changed.withJson(field.getKey(), field.getValue().json(event));
    }
    out.collect(changed);
  }
}
