// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.aggregate;

import io.drey.operators.aggregate.measure.Frequency;
import io.drey.operators.aggregate.measure.Scored;
import io.drey.operators.event.CanonicalText;
import io.drey.operators.event.JsonText;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes results whose values are JSON texts as JSON. */
final class MeasureJson {
  private MeasureJson() {}

  static String values(List<String> values) {
    return "[" + String.join(",", values) + "]";
  }

  static String ranking(List<Frequency> ranking) {
    StringBuilder json = new StringBuilder("[");
    for (Frequency entry : ranking) {
      separate(json).append("{\"value\":").append(entry.value());
      json.append(",\"count\":").append(entry.count()).append('}');
    }
    return json.append(']').toString();
  }

  static String scores(List<Scored> ranking) {
    StringBuilder json = new StringBuilder("[");
    for (Scored entry : ranking) {
      separate(json).append("{\"value\":").append(entry.value());
      json.append(",\"score\":").append(JsonText.number(entry.score())).append('}');
    }
    return json.append(']').toString();
  }

  /** The names of an object are strings: {@code 1} and {@code "1"} are merged. */
  static String frequencies(Map<String, Long> counts) {
    Map<String, Long> byName = new LinkedHashMap<>();
    counts.forEach((value, count) -> byName.merge(CanonicalText.content(value), count, Long::sum));
    StringBuilder json = new StringBuilder("{");
    byName.forEach(
        (name, count) -> {
          JsonText.quote(name, separate(json));
          json.append(':').append(count);
        });
    return json.append('}').toString();
  }

  /** {@code {"p50":12,"p99.9":80.25}}. */
  static String percentiles(Map<Double, BigDecimal> percentiles) {
    StringBuilder json = new StringBuilder("{");
    percentiles.forEach(
        (percent, value) ->
            separate(json)
                .append("\"p")
                .append(JsonText.number(BigDecimal.valueOf(percent)))
                .append("\":")
                .append(JsonText.number(value)));
    return json.append('}').toString();
  }

  private static StringBuilder separate(StringBuilder json) {
    return json.length() > 1 ? json.append(',') : json;
  }
}
