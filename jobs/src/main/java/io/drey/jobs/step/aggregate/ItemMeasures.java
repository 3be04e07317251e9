// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.aggregate;

import io.drey.operators.aggregate.Choices;
import io.drey.operators.aggregate.measure.Ties;
import io.drey.operators.aggregate.measure.ValueOrder;
import io.drey.operators.event.CanonicalText;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.order.ExactTime;
import org.jspecify.annotations.Nullable;

/**
 * The measures that choose values by the time of their events, or by a number beside them.
 *
 * @param time the exact time of an event
 * @param ties which of several values with the same time comes first
 */
record ItemMeasures(ExactTime<Event> time, Ties ties) {
  /** By value, and equal numbers and strings by how they are written. */
  static final ValueOrder AS_WRITTEN = ItemMeasures::compare;

  private static int compare(String one, String other) {
    int byValue = CanonicalText.compare(one, other);
    return byValue == 0 ? one.compareTo(other) : byValue;
  }

  /** The measure that an option chooses; null if it chooses another kind. */
  @Nullable FieldMeasure<?> of(String name, MeasureOption option) {
    if (option.first() != null) {
      return FieldMeasure.of(
          Choices.first(name, FieldValues.json(option.first()), time, ties), json -> json);
    }
    if (option.last() != null) {
      return FieldMeasure.of(
          Choices.last(name, FieldValues.json(option.last()), time, ties), json -> json);
    }
    if (option.collect() != null) {
      CollectOption chosen = option.collect();
      return FieldMeasure.of(
          Choices.collect(name, FieldValues.json(chosen.of()), chosen.limit(), time, ties),
          MeasureJson::values);
    }
    return byNumber(name, option);
  }

  private static @Nullable FieldMeasure<?> byNumber(String name, MeasureOption option) {
    if (option.minBy() != null) {
      ItemOption least = option.minBy();
      return FieldMeasure.of(
          Choices.minBy(
              name, FieldValues.json(least.of()), FieldValues.number(least.by()), AS_WRITTEN),
          json -> json);
    }
    if (option.maxBy() != null) {
      ItemOption greatest = option.maxBy();
      return FieldMeasure.of(
          Choices.maxBy(
              name, FieldValues.json(greatest.of()), FieldValues.number(greatest.by()), AS_WRITTEN),
          json -> json);
    }
    return null;
  }

  /** The field with the number by which a measure chooses; null if it does not. */
  static @Nullable FieldPath field(MeasureOption option) {
    if (option.minBy() != null) {
      return option.minBy().by();
    }
    if (option.maxBy() != null) {
      return option.maxBy().by();
    }
    if (option.top() != null) {
      return option.top().by();
    }
    return option.bottom() == null ? null : option.bottom().by();
  }
}
