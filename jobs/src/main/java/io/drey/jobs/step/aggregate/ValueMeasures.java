// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.aggregate;

import io.drey.operators.aggregate.Choices;
import io.drey.operators.aggregate.Measure;
import io.drey.operators.aggregate.measure.ValueOrder;
import io.drey.operators.event.CanonicalText;
import io.drey.operators.event.FieldPath;
import org.jspecify.annotations.Nullable;

/** The measures of a field's values. */
final class ValueMeasures {
  private static final ValueOrder ORDER = CanonicalText::compare;

  private ValueMeasures() {}

  /** The measure that an option chooses; null if it chooses another kind. */
  static @Nullable FieldMeasure<?> of(String name, MeasureOption option) {
    if (option.unique() != null) {
      return FieldMeasure.of(
          Measure.unique(name, FieldValues.value(option.unique()), ORDER), MeasureJson::values);
    }
    if (option.cardinality() != null) {
      return FieldMeasure.of(
          Measure.cardinality(name, FieldValues.value(option.cardinality())), String::valueOf);
    }
    if (option.freq() != null) {
      return FieldMeasure.of(
          Measure.freq(name, FieldValues.value(option.freq()), ORDER), MeasureJson::frequencies);
    }
    if (option.top() != null) {
      return top(name, option.top());
    }
    if (option.bottom() != null) {
      return bottom(name, option.bottom());
    }
    return option.count() == null ? null : count(name, option.count());
  }

  private static FieldMeasure<?> top(String name, RankOption top) {
    FieldPath score = top.by();
    return score == null
        ? FieldMeasure.of(
            Measure.top(name, FieldValues.value(top.of()), top.n(), ORDER), MeasureJson::ranking)
        : FieldMeasure.of(
            Choices.top(
                name, FieldValues.value(top.of()), FieldValues.number(score), top.n(), ORDER),
            MeasureJson::scores);
  }

  private static FieldMeasure<?> bottom(String name, RankOption bottom) {
    FieldPath score = bottom.by();
    return score == null
        ? FieldMeasure.of(
            Measure.bottom(name, FieldValues.value(bottom.of()), bottom.n(), ORDER),
            MeasureJson::ranking)
        : FieldMeasure.of(
            Choices.bottom(
                name, FieldValues.value(bottom.of()), FieldValues.number(score), bottom.n(), ORDER),
            MeasureJson::scores);
  }

  private static FieldMeasure<Long> count(String name, CountOption counted) {
    FieldPath field = counted.of();
    return FieldMeasure.of(
            field == null ? Measure.count(name) : Measure.count(name, FieldValues.present(field)),
            String::valueOf)
        .where(counted.where());
  }
}
