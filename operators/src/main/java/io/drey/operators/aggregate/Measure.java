// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import io.drey.operators.aggregate.measure.Accumulator;
import io.drey.operators.aggregate.measure.Cardinality;
import io.drey.operators.aggregate.measure.Count;
import io.drey.operators.aggregate.measure.Folding;
import io.drey.operators.aggregate.measure.Frequency;
import io.drey.operators.aggregate.measure.MeasureType;
import io.drey.operators.aggregate.measure.PartialMeasure;
import io.drey.operators.aggregate.measure.Percentiles;
import io.drey.operators.aggregate.measure.Spread;
import io.drey.operators.aggregate.measure.Statistics;
import io.drey.operators.aggregate.measure.Stats;
import io.drey.operators.aggregate.measure.Tabulations;
import io.drey.operators.aggregate.measure.TimedValue;
import io.drey.operators.aggregate.measure.ValueOrder;
import io.drey.operators.order.ExactTime;
import io.drey.operators.rule.Condition;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A named measure of a group of events; {@link Choices} has more of them. Events without a value
 * are ignored; see {@link Results} for the result without values.
 *
 * @param <T> the events
 * @param <R> the result
 */
public final class Measure<T, R> implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final ValueOf<T, Object> value;
  private final MeasureType<Object, R> type;

  /** Reads the exact time of an event for a measure of {@link TimedValue}s; null for any other. */
  private final @Nullable ExactTime<T> exact;

  /** Holds for an event without a value that has one of the wrong kind; null for none. */
  private final @Nullable Condition<T> skipped;

  private <V> Measure(String name, ValueOf<T, V> value, MeasureType<V, R> type) {
    this(name, value, type, null, null);
  }

  @SuppressWarnings("unchecked") // values only pass from one to the other
  Measure(
      String name,
      ValueOf<T, ?> value,
      MeasureType<?, R> type,
      @Nullable ExactTime<T> exact,
      @Nullable Condition<T> skipped) {
    this.name = name;
    this.value = (ValueOf<T, Object>) value;
    this.type = (MeasureType<Object, R>) type;
    this.exact = exact;
    this.skipped = skipped;
  }

  /** The number of events. */
  public static <T> Measure<T, Long> count(String name) {
    return new Measure<>(name, event -> true, new Count());
  }

  /** The number of events that have a value. */
  public static <T> Measure<T, Long> count(String name, ValueOf<T, ?> value) {
    return new Measure<>(name, value::of, new Count());
  }

  /** The exact sum, without trailing zeros; null without values. */
  public static <T> Measure<T, BigDecimal> sum(String name, ValueOf<T, BigDecimal> value) {
    return new Measure<>(name, value, Folding.SUM);
  }

  /** The smallest value, without trailing zeros; null without values. */
  public static <T> Measure<T, BigDecimal> min(String name, ValueOf<T, BigDecimal> value) {
    return new Measure<>(name, value, Folding.MIN);
  }

  /** The largest value, without trailing zeros; null without values. */
  public static <T> Measure<T, BigDecimal> max(String name, ValueOf<T, BigDecimal> value) {
    return new Measure<>(name, value, Folding.MAX);
  }

  /** The exact sum divided by the count, rounded half-even to 34 digits; null without values. */
  public static <T> Measure<T, BigDecimal> avg(String name, ValueOf<T, BigDecimal> value) {
    return new Measure<>(name, value, Folding.AVG);
  }

  /** The variance of a sample, rounded half-even to 34 digits; null for fewer than two values. */
  public static <T> Measure<T, BigDecimal> variance(String name, ValueOf<T, BigDecimal> value) {
    return new Measure<>(name, value, Spread.VARIANCE);
  }

  /** The square root of the variance, rounded likewise. */
  public static <T> Measure<T, BigDecimal> stddev(String name, ValueOf<T, BigDecimal> value) {
    return new Measure<>(name, value, Spread.STDDEV);
  }

  /** Count, sum, minimum, maximum, average, and the 50th, 95th and 99th percentile. */
  public static <T> Measure<T, Statistics> stats(String name, ValueOf<T, BigDecimal> value) {
    return new Measure<>(name, value, new Stats());
  }

  /** The distinct values, sorted. */
  public static <T> Measure<T, List<String>> unique(
      String name, ValueOf<T, String> value, ValueOrder order) {
    return new Measure<>(name, value, Tabulations.unique(order));
  }

  /** The estimated number of distinct values, with a standard error of 0.8 %. */
  public static <T> Measure<T, Long> cardinality(String name, ValueOf<T, String> value) {
    return new Measure<>(name, value, new Cardinality());
  }

  /**
   * The values at some ranks, exact for up to 100 values, else each within 1 % of a value; null
   * without values.
   *
   * @param at percentiles, from 0 to 100
   */
  public static <T> Measure<T, Map<Double, BigDecimal>> percentiles(
      String name, ValueOf<T, BigDecimal> value, List<Double> at) {
    return new Measure<>(name, value, new Percentiles(at));
  }

  /** The n most frequent values, the most frequent first, ties in order of value. */
  public static <T> Measure<T, List<Frequency>> top(
      String name, ValueOf<T, String> value, int n, ValueOrder order) {
    return new Measure<>(name, value, Tabulations.top(n, order));
  }

  /** The n least frequent values, the least frequent first, ties in order of value. */
  public static <T> Measure<T, List<Frequency>> bottom(
      String name, ValueOf<T, String> value, int n, ValueOrder order) {
    return new Measure<>(name, value, Tabulations.bottom(n, order));
  }

  /** The number of occurrences of each value, sorted by value. */
  public static <T> Measure<T, Map<String, Long>> freq(
      String name, ValueOf<T, String> value, ValueOrder order) {
    return new Measure<>(name, value, Tabulations.freq(order));
  }

  /** The same measure of the events that meet a condition. */
  public Measure<T, R> where(Condition<T> condition) {
    ValueOf<T, Object> all = value;
    Condition<T> wrong = skipped;
    return new Measure<>(
        name,
        event -> condition.holds(event) ? all.of(event) : null,
        type,
        exact,
        wrong == null ? null : event -> condition.holds(event) && wrong.holds(event));
  }

  /**
   * The same measure, which counts in the metric {@code skippedValues} the events that have a value
   * of the wrong kind.
   *
   * @param wrong tested for an event without a value
   */
  public Measure<T, R> countingSkipped(Condition<T> wrong) {
    return new Measure<>(name, value, type, exact, wrong);
  }

  public String name() {
    return name;
  }

  /**
   * The name of its partial results in state: a measure of another type with the same name starts
   * anew.
   */
  String id() {
    return type.name() + ":" + name;
  }

  /**
   * The value of an event.
   *
   * @param at the event's time, in ms; {@link TimedValue#NO_TIME} if it has none
   */
  @Nullable Object valueOf(T event, long at) {
    Object read = value.of(event);
    if (exact == null || read == null) {
      return read;
    }
    int nanos = at == TimedValue.NO_TIME ? 0 : exact.nanosBeyond(event, at);
    return new TimedValue((String) read, at, nanos);
  }

  /** Whether an event without a value has one of the wrong kind. */
  boolean skips(T event) {
    return skipped != null && skipped.holds(event);
  }

  Accumulator<Object> accumulator() {
    return type.accumulator();
  }

  /** The partial result of a single value. */
  PartialMeasure partialOf(Object read) {
    Accumulator<Object> accumulator = type.accumulator();
    accumulator.add(read);
    return accumulator.partial();
  }

  PartialMeasure merge(PartialMeasure one, PartialMeasure other) {
    return type.merge(one, other);
  }

  @Nullable R result(PartialMeasure partial) {
    return type.result(partial);
  }
}
