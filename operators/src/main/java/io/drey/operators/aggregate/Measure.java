package io.drey.operators.aggregate;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One measure of a group of events, under a name of its own. Events without a value count for
 * nothing; {@link Results} says what a measure of no values is.
 *
 * @param <T> the events
 * @param <R> the result
 */
public final class Measure<T, R> implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final ValueOf<T, Object> value;
  private final MeasureType<Object, R> kind;

  @SuppressWarnings("unchecked") // whatever values there are, they go from the one to the other
  private <V> Measure(String name, ValueOf<T, V> value, MeasureType<V, R> kind) {
    this.name = name;
    this.value = (ValueOf<T, Object>) value;
    this.kind = (MeasureType<Object, R>) kind;
  }

  /** How many events there are. */
  public static <T> Measure<T, Long> count(String name) {
    return new Measure<>(name, event -> true, new Count());
  }

  /** How many events have a value. */
  public static <T> Measure<T, Long> count(String name, ValueOf<T, ?> value) {
    return new Measure<>(name, value::of, new Count());
  }

  /** The exact sum, without trailing zeros; null of no values. */
  public static <T> Measure<T, BigDecimal> sum(String name, ValueOf<T, BigDecimal> value) {
    return new Measure<>(name, value, Folding.SUM);
  }

  /** The least value, without trailing zeros; null of no values. */
  public static <T> Measure<T, BigDecimal> min(String name, ValueOf<T, BigDecimal> value) {
    return new Measure<>(name, value, Folding.MIN);
  }

  /** The greatest value, without trailing zeros; null of no values. */
  public static <T> Measure<T, BigDecimal> max(String name, ValueOf<T, BigDecimal> value) {
    return new Measure<>(name, value, Folding.MAX);
  }

  /** The exact sum divided by the count, rounded half-even to 34 digits; null of no values. */
  public static <T> Measure<T, BigDecimal> avg(String name, ValueOf<T, BigDecimal> value) {
    return new Measure<>(name, value, Folding.AVG);
  }

  /** The different values, sorted. */
  public static <T> Measure<T, List<String>> unique(
      String name, ValueOf<T, String> value, ValueOrder order) {
    return new Measure<>(name, value, Tabulations.unique(order));
  }

  /** An estimate of how many different values there are, with a standard error of 0.8 %. */
  public static <T> Measure<T, Long> cardinality(String name, ValueOf<T, String> value) {
    return new Measure<>(name, value, new Cardinality());
  }

  /**
   * The values at some ranks, each within 1 % of the exact one; null of no values. NaN is none.
   *
   * @param at percents, from 0 to 100
   */
  public static <T> Measure<T, Map<Double, Double>> percentiles(
      String name, ValueOf<T, Double> value, List<Double> at) {
    return new Measure<>(name, value, new Percentiles(at));
  }

  /** The n most frequent values, the most frequent first, equally frequent ones in order. */
  public static <T> Measure<T, List<Frequency>> top(
      String name, ValueOf<T, String> value, int n, ValueOrder order) {
    return new Measure<>(name, value, Tabulations.top(n, order));
  }

  /** The n least frequent values, the least frequent first, equally frequent ones in order. */
  public static <T> Measure<T, List<Frequency>> bottom(
      String name, ValueOf<T, String> value, int n, ValueOrder order) {
    return new Measure<>(name, value, Tabulations.bottom(n, order));
  }

  /** How often each value came, sorted by value. */
  public static <T> Measure<T, Map<String, Long>> freq(
      String name, ValueOf<T, String> value, ValueOrder order) {
    return new Measure<>(name, value, Tabulations.freq(order));
  }

  public String name() {
    return name;
  }

  /** What its tallies are kept under: another kind of the same name starts anew. */
  String id() {
    return kind.name() + ":" + name;
  }

  @Nullable Object valueOf(T event) {
    return value.of(event);
  }

  Accumulator<Object> accumulator() {
    return kind.accumulator();
  }

  PartialMeasure merge(PartialMeasure one, PartialMeasure other) {
    return kind.merge(one, other);
  }

  @Nullable R result(PartialMeasure tally) {
    return kind.result(tally);
  }
}
