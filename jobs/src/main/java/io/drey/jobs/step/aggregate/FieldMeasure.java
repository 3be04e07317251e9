// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.aggregate;

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
 * @param form puts a result into an event
 */
record FieldMeasure<R>(Measure<Event, R> measure, Form<R> form) implements Serializable {
  interface Form<R> extends Serializable {
    void put(EventWriter event, @Nullable R result);
  }

  interface Json<R> extends Serializable {
    String of(R result);
  }

  /**
   * A measure whose result is one field, of its name.
   *
   * @param json the JSON text of a result
   */
  static <R> FieldMeasure<R> of(Measure<Event, R> measure, Json<R> json) {
    String name = measure.name();
    return new FieldMeasure<>(
        measure, (event, result) -> event.putJson(name, result == null ? "null" : json.of(result)));
  }

  /** The same measure of the events that meet a condition; null stands for all. */
  FieldMeasure<R> where(@Nullable Expression condition) {
    return condition == null ? this : new FieldMeasure<>(measure.where(condition::test), form);
  }

  /** The same measure, which counts events with a value of the wrong kind. */
  FieldMeasure<R> countingSkipped(Condition<Event> wrong) {
    return new FieldMeasure<>(measure.countingSkipped(wrong), form);
  }

  void putInto(EventWriter event, Results results) {
    form.put(event, results.of(measure));
  }
}
