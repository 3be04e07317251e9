// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.aggregate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.jobs.expression.Expression;
import io.drey.operators.aggregate.Measure;
import io.drey.operators.aggregate.Results;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventWriter;
import io.drey.operators.rule.Condition;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A measure over events, and how its result is written.
 *
 * @param json the JSON text of a result
 */
record FieldMeasure<R>(Measure<Event, R> measure, Json<R> json) implements Serializable {
  interface Json<R> extends Serializable {
    String of(R result);
  }

  /** The same measure of the events that meet a condition; null stands for all. */
  FieldMeasure<R> where(@Nullable Expression condition) {
    return condition == null ? this : new FieldMeasure<>(measure.where(condition::test), json);
  }

  /** The same measure, which counts events with a value of the wrong kind. */
  FieldMeasure<R> countingSkipped(Condition<Event> wrong) {
    return new FieldMeasure<>(measure.countingSkipped(wrong), json);
  }

  void putInto(EventWriter event, Results results) {
    @Nullable R result = results.of(measure);
    String text = result == null ? "null" : json.of(result);
    event.putJson(measure.name(), text.getBytes(UTF_8));
  }
}
