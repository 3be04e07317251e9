// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import io.drey.operators.aggregate.measure.Earliest;
import io.drey.operators.aggregate.measure.Extreme;
import io.drey.operators.aggregate.measure.Outermost;
import io.drey.operators.aggregate.measure.Ranking;
import io.drey.operators.aggregate.measure.Scored;
import io.drey.operators.aggregate.measure.Ties;
import io.drey.operators.aggregate.measure.ValueOrder;
import io.drey.operators.order.ExactTime;
import java.math.BigDecimal;
import java.util.List;

/** Measures that choose values: by a number beside them, or by the time of their events. */
public final class Choices {
  private Choices() {}

  /**
   * The n values with the greatest scores, each with its greatest one, ties in order of value. An
   * event without a value or without a score is ignored.
   */
  public static <T> Measure<T, List<Scored>> top(
      String name,
      ValueOf<T, String> value,
      ValueOf<T, BigDecimal> score,
      int n,
      ValueOrder order) {
    return new Measure<>(name, scored(value, score), Ranking.top(n, order), null, null);
  }

  /** The n values with the least scores, each with its least one, ties in order of value. */
  public static <T> Measure<T, List<Scored>> bottom(
      String name,
      ValueOf<T, String> value,
      ValueOf<T, BigDecimal> score,
      int n,
      ValueOrder order) {
    return new Measure<>(name, scored(value, score), Ranking.bottom(n, order), null, null);
  }

  /** The value whose score is least, of several the first in order; null without values. */
  public static <T> Measure<T, String> minBy(
      String name, ValueOf<T, String> value, ValueOf<T, BigDecimal> score, ValueOrder order) {
    return new Measure<>(name, scored(value, score), Extreme.min(order), null, null);
  }

  /** The value whose score is greatest, of several the first in order; null without values. */
  public static <T> Measure<T, String> maxBy(
      String name, ValueOf<T, String> value, ValueOf<T, BigDecimal> score, ValueOrder order) {
    return new Measure<>(name, scored(value, score), Extreme.max(order), null, null);
  }

  private static <T> ValueOf<T, Scored> scored(
      ValueOf<T, String> value, ValueOf<T, BigDecimal> score) {
    return event -> {
      String scored = value.of(event);
      BigDecimal by = scored == null ? null : score.of(event);
      return scored == null || by == null ? null : new Scored(scored, by);
    };
  }

  /**
   * The value of the earliest event; null without values.
   *
   * @param exact orders the events of one millisecond
   */
  public static <T> Measure<T, String> first(
      String name, ValueOf<T, String> value, ExactTime<T> exact, Ties ties) {
    return new Measure<>(name, value, Outermost.first(ties), exact, null);
  }

  /** The value of the latest event; see {@link #first}. */
  public static <T> Measure<T, String> last(
      String name, ValueOf<T, String> value, ExactTime<T> exact, Ties ties) {
    return new Measure<>(name, value, Outermost.last(ties), exact, null);
  }

  /** The values of the earliest events, up to a limit, in order of time; see {@link #first}. */
  public static <T> Measure<T, List<String>> collect(
      String name, ValueOf<T, String> value, int limit, ExactTime<T> exact, Ties ties) {
    return new Measure<>(name, value, new Earliest(limit, ties), exact, null);
  }
}
