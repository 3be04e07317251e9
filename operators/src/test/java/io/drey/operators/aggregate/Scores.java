// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import io.drey.operators.aggregate.measure.ValueOrder;
import io.drey.operators.rule.InvalidEventException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/** Events of tests: {@code group:score}, or {@code group:} without a score. */
final class Scores {
  static final AggregateOptions EVERY_100 = AggregateOptions.every(Duration.ofMillis(100));

  private static final Measure<String, Long> EVENTS = Measure.count("events");
  private static final Measure<String, Long> SCORES = Measure.count("scores", Scores::score);
  private static final Measure<String, BigDecimal> SUM = Measure.sum("sum", Scores::score);
  private static final Measure<String, BigDecimal> MAX = Measure.max("max", Scores::score);
  private static final Measure<String, List<String>> UNIQUE =
      Measure.unique("unique", Scores::text, ValueOrder.NATURAL);

  private Scores() {}

  static Aggregated<String, String> aggregate(DataStream<String> events, AggregateOptions options) {
    return Aggregate.on(
        events,
        Scores::group,
        Types.STRING,
        List.of(EVENTS, SCORES, SUM, MAX, UNIQUE),
        options,
        Scores::summarize,
        Types.STRING,
        "scores");
  }

  static String summarize(String group, @Nullable Window window, Results results) {
    return summary(
        group,
        window == null ? "" : millis(window),
        List.of(
            String.valueOf(results.of(EVENTS)),
            String.valueOf(results.of(SCORES)),
            String.valueOf(results.of(SUM)),
            String.valueOf(results.of(MAX)),
            String.valueOf(results.of(UNIQUE))));
  }

  static String millis(Window window) {
    return window.start().toEpochMilli() + "-" + window.end().toEpochMilli();
  }

  /** {@code group window events scores sum max unique}. */
  static String summary(String group, String window, List<String> results) {
    return group + " " + window + " " + String.join(" ", results);
  }

  static String group(String event) {
    int colon = event.indexOf(':');
    if (colon < 0) {
      throw new InvalidEventException("Missing group");
    }
    return event.substring(0, colon);
  }

  static @Nullable BigDecimal score(String event) {
    String text = text(event);
    return text == null ? null : new BigDecimal(text);
  }

  static @Nullable String text(String event) {
    String text = event.substring(event.indexOf(':') + 1);
    return text.isEmpty() ? null : text;
  }
}
