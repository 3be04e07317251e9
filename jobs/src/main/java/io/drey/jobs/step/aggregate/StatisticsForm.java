// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.aggregate;

import io.drey.operators.aggregate.measure.Statistics;
import io.drey.operators.event.EventWriter;
import io.drey.operators.event.JsonText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes statistics as several fields.
 *
 * @param fields their names, in the order in which they are written
 */
record StatisticsForm(ArrayList<String> fields) implements FieldMeasure.Form<Statistics> {
  private static final List<String> SUFFIXES =
      List.of("_count", "_sum", "_min", "_max", "_avg", "_p50", "_p95", "_p99");
  private static final List<Double> PERCENTS = List.of(50.0, 95.0, 99.0);

  /** The fields of a measure of that name. */
  static List<String> fields(String name) {
    return SUFFIXES.stream().map(suffix -> name + suffix).toList();
  }

  static StatisticsForm of(String name) {
    return new StatisticsForm(new ArrayList<>(fields(name)));
  }

  @Override
  public void put(EventWriter event, @Nullable Statistics result) {
    List<String> texts = new ArrayList<>(SUFFIXES.size());
    texts.add(result == null ? "0" : Long.toString(result.count()));
    texts.add(text(result == null ? null : result.sum()));
    texts.add(text(result == null ? null : result.min()));
    texts.add(text(result == null ? null : result.max()));
    texts.add(text(result == null ? null : result.avg()));
    Map<Double, BigDecimal> percentiles = result == null ? null : result.percentiles();
    for (Double percent : PERCENTS) {
      texts.add(text(percentiles == null ? null : percentiles.get(percent)));
    }
    for (int i = 0; i < texts.size(); i++) {
      event.putJson(fields.get(i), texts.get(i));
    }
  }

  private static String text(@Nullable BigDecimal number) {
    return number == null ? "null" : JsonText.number(number);
  }
}
