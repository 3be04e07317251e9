// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.aggregate;

import io.drey.jobs.expression.Expression;
import io.drey.jobs.option.Option;
import io.drey.operators.aggregate.Measure;
import io.drey.operators.aggregate.ValueOrder;
import io.drey.operators.event.CanonicalText;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.JsonText;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
    @Option("the distinct values of a field, sorted") @Nullable FieldPath unique,
    @Option("the estimated number of distinct values of a field") @Nullable FieldPath cardinality,
    @Option("percentiles of a field's numbers, exact for up to 100, else within 1 %")
        @Nullable PercentilesOption percentiles,
    @Option("the most frequent values of a field, the most frequent first")
        @Nullable RankOption top,
    @Option("the least frequent values of a field, the least frequent first")
        @Nullable RankOption bottom,
    @Option("the number of occurrences of each value of a field, sorted by value")
        @Nullable FieldPath freq,
    @Option("the condition an event must meet to be measured") @Nullable Expression where) {
  private static final ValueOrder ORDER = CanonicalText::compare;
  private static final List<String> KINDS =
      Arrays.stream(MeasureOption.class.getRecordComponents())
          .map(RecordComponent::getName)
          .filter(name -> !name.equals("where"))
          .toList();

  public MeasureOption {
    List<String> said = new ArrayList<>();
    Object[] kinds = {
      count, sum, min, max, avg, unique, cardinality, percentiles, top, bottom, freq
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
    return unique != null || top != null || bottom != null || freq != null;
  }

  FieldMeasure<?> named(String name) {
    FieldMeasure<?> ofNumbers = ofNumbers(name);
    FieldPath field = numbers();
    FieldMeasure<?> measure = ofNumbers == null ? ofValues(name) : ofNumbers;
    return (field == null ? measure : measure.countingSkipped(FieldValues.notANumber(field)))
        .where(where);
  }

  /** The field that it takes numbers from; null if it takes none. */
  @Nullable FieldPath numbers() {
    if (percentiles != null) {
      return percentiles.of();
    }
    return Stream.of(sum, min, max, avg).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private @Nullable FieldMeasure<?> ofNumbers(String name) {
    if (sum != null) {
      return new FieldMeasure<>(Measure.sum(name, FieldValues.number(sum)), JsonText::number);
    }
    if (min != null) {
      return new FieldMeasure<>(Measure.min(name, FieldValues.number(min)), JsonText::number);
    }
    if (max != null) {
      return new FieldMeasure<>(Measure.max(name, FieldValues.number(max)), JsonText::number);
    }
    if (avg != null) {
      return new FieldMeasure<>(Measure.avg(name, FieldValues.number(avg)), JsonText::number);
    }
    return percentiles == null
        ? null
        : new FieldMeasure<>(
            Measure.percentiles(name, FieldValues.number(percentiles.of()), percentiles.at()),
            MeasureJson::percentiles);
  }

  private FieldMeasure<?> ofValues(String name) {
    if (unique != null) {
      return new FieldMeasure<>(
          Measure.unique(name, FieldValues.value(unique), ORDER), MeasureJson::values);
    }
    if (cardinality != null) {
      return new FieldMeasure<>(
          Measure.cardinality(name, FieldValues.value(cardinality)), String::valueOf);
    }
    if (top != null) {
      return new FieldMeasure<>(
          Measure.top(name, FieldValues.value(top.of()), top.n(), ORDER), MeasureJson::ranking);
    }
    if (bottom != null) {
      return new FieldMeasure<>(
          Measure.bottom(name, FieldValues.value(bottom.of()), bottom.n(), ORDER),
          MeasureJson::ranking);
    }
    return freq == null
        ? counting(name)
        : new FieldMeasure<>(
            Measure.freq(name, FieldValues.value(freq), ORDER), MeasureJson::frequencies);
  }

  private FieldMeasure<Long> counting(String name) {
    CountOption counted = Objects.requireNonNull(count, "count");
    FieldPath field = counted.of();
    Measure<Event, Long> measure =
        field == null ? Measure.count(name) : Measure.count(name, FieldValues.present(field));
    return new FieldMeasure<>(measure, String::valueOf).where(counted.where());
  }
}
