// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.aggregate;

import io.drey.jobs.expression.Expression;
import io.drey.jobs.option.Option;
import io.drey.operators.event.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One measure, chosen by the one component that is set. */
public record MeasureOption(
    @Option("the number of events: '*' counts all of them, a field those that have it")
        @Nullable CountOption count,
    @Option("the exact sum of a field's numbers") @Nullable FieldPath sum,
    @Option("the smallest of a field's numbers") @Nullable FieldPath min,
    @Option("the largest of a field's numbers") @Nullable FieldPath max,
    @Option("the average of a field's numbers, rounded half-even to 34 digits")
        @Nullable FieldPath avg,
    @Option("the sample standard deviation of a field's numbers, rounded half-even to 34 digits")
        @Nullable FieldPath stddev,
    @Option("the sample variance of a field's numbers, rounded half-even to 34 digits")
        @Nullable FieldPath variance,
    @Option("<name>_count, _sum, _min, _max, _avg, _p50, _p95 and _p99 of a field's numbers")
        @Nullable FieldPath stats,
    @Option("the distinct values of a field, sorted") @Nullable FieldPath unique,
    @Option("the estimated number of distinct values of a field") @Nullable FieldPath cardinality,
    @Option("percentiles of a field's numbers, exact for up to 100, else within 1 %")
        @Nullable PercentilesOption percentiles,
    @Option("the most frequent values of a field, the most frequent first; by score with by")
        @Nullable RankOption top,
    @Option("the least frequent values of a field, the least frequent first; by score with by")
        @Nullable RankOption bottom,
    @Option("the number of occurrences of each value of a field, sorted by value")
        @Nullable FieldPath freq,
    @Option("the value of a field in the earliest event that has it") @Nullable FieldPath first,
    @Option("the value of a field in the latest event that has it") @Nullable FieldPath last,
    @Option("the values of a field in order of time") @Nullable CollectOption collect,
    @Option("the value of a field where a number is least") @Nullable ItemOption minBy,
    @Option("the value of a field where a number is greatest") @Nullable ItemOption maxBy,
    @Option("the condition an event must meet to be measured") @Nullable Expression where) {
  private static final List<String> KINDS =
      List.of(
          "count",
          "sum",
          "min",
          "max",
          "avg",
          "stddev",
          "variance",
          "stats",
          "unique",
          "cardinality",
          "percentiles",
          "top",
          "bottom",
          "freq",
          "first",
          "last",
          "collect",
          "min-by",
          "max-by");

  public MeasureOption {
    List<String> said = new ArrayList<>();
    Object[] kinds = {
      count,
      sum,
      min,
      max,
      avg,
      stddev,
      variance,
      stats,
      unique,
      cardinality,
      percentiles,
      top,
      bottom,
      freq,
      first,
      last,
      collect,
      minBy,
      maxBy
    };
    for (int i = 0; i < kinds.length; i++) {
      if (kinds[i] != null) {
        said.add(KINDS.get(i));
      }
    }
    if (said.size() != 1) {
      throw new IllegalArgumentException(
          "Invalid measure: must be one of "
              + String.join(", ", KINDS)
              + " but was "
              + (said.isEmpty() ? "none" : String.join(" and ", said)));
    }
  }

  /** Whether it stores every distinct value. */
  boolean keepsValues() {
    return unique != null || freq != null || ranksByFrequency(top) || ranksByFrequency(bottom);
  }

  private static boolean ranksByFrequency(@Nullable RankOption ranking) {
    return ranking != null && ranking.by() == null;
  }

  /** The fields of a result, if the measure has this name. */
  List<String> fields(String name) {
    return stats == null ? List.of(name) : StatisticsForm.fields(name);
  }

  FieldMeasure<?> named(String name, ItemMeasures items) {
    FieldPath field = numbers();
    FieldMeasure<?> measure = chosen(name, items);
    return (field == null ? measure : measure.countingSkipped(FieldValues.notANumber(field)))
        .where(where);
  }

  private FieldMeasure<?> chosen(String name, ItemMeasures items) {
    FieldMeasure<?> measure = NumberMeasures.of(name, this);
    if (measure == null) {
      measure = ValueMeasures.of(name, this);
    }
    return measure == null ? Objects.requireNonNull(items.of(name, this), "measure") : measure;
  }

  /** The field that it takes numbers from; null if it takes none. */
  @Nullable FieldPath numbers() {
    FieldPath field = NumberMeasures.field(this);
    return field == null ? ItemMeasures.field(this) : field;
  }
}
