// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.aggregate;

import io.drey.operators.aggregate.Measure;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.JsonText;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The measures of a field's numbers. */
final class NumberMeasures {
  private NumberMeasures() {}

  /** The field that a measure takes numbers from; null if it takes none. */
  static @Nullable FieldPath field(MeasureOption option) {
    if (option.percentiles() != null) {
      return option.percentiles().of();
    }
    return Stream.of(
            option.sum(),
            option.min(),
            option.max(),
            option.avg(),
            option.stddev(),
            option.variance(),
            option.stats())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** The measure that an option chooses; null if it chooses another kind. */
  static @Nullable FieldMeasure<?> of(String name, MeasureOption option) {
    if (option.percentiles() != null) {
      PercentilesOption chosen = option.percentiles();
      return FieldMeasure.of(
          Measure.percentiles(name, FieldValues.number(chosen.of()), chosen.at()),
          MeasureJson::percentiles);
    }
    if (option.stats() != null) {
      return new FieldMeasure<>(
          Measure.stats(name, FieldValues.number(option.stats())), StatisticsForm.of(name));
    }
    FieldPath field = field(option);
    return field == null ? null : FieldMeasure.of(number(name, option, field), JsonText::number);
  }

  private static Measure<Event, BigDecimal> number(
      String name, MeasureOption option, FieldPath field) {
    if (option.sum() != null) {
      return Measure.sum(name, FieldValues.number(field));
    }
    if (option.min() != null) {
      return Measure.min(name, FieldValues.number(field));
    }
    if (option.max() != null) {
      return Measure.max(name, FieldValues.number(field));
    }
    if (option.avg() != null) {
      return Measure.avg(name, FieldValues.number(field));
    }
    return option.stddev() != null
        ? Measure.stddev(name, FieldValues.number(field))
        : Measure.variance(name, FieldValues.number(field));
  }
}
