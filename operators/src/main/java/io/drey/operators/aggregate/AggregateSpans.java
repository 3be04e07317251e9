// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import io.drey.operators.rule.KeyedRuleOperator;
import io.drey.operators.rule.KeyedSettings;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * Aggregates spans of the events of each group: so many events, or those up to the next change of a
 * value. A span ends with its last event, or before the event that changes the value, and at the
 * end of input; it is never empty.
 *
 * <pre>{@code
 * Measure<Reading, BigDecimal> highest = Measure.max("highest", Reading::degrees);
 * SingleOutputStreamOperator<Phase> phases =
 *     AggregateSpans.on(
 *         readings.keyBy(Reading::sensor),
 *         List.of(highest),
 *         SpanOptions.whileSame(Reading::state),
 *         (sensor, span, results) -> new Phase(sensor, span.value(), results.of(highest)),
 *         TypeInformation.of(Phase.class),
 *         "phases");
 * }</pre>
 *
 * <p><b>Time:</b> events count in order of arrival; timestamps are not needed. A result has the
 * timestamp of the event that ended its span; at the end of input, that of the span's latest event.
 *
 * <p><b>State:</b> per group one partial result per measure, as {@link Aggregate} keeps them, until
 * the span ends, which may be never, unless {@link KeyedSettings#maxKeys} caps the number of
 * groups; an evicted span goes to {@link #evicted}.
 */
public final class AggregateSpans {
  /** The id of the side output for spans evicted by {@link KeyedSettings#maxKeys}. */
  public static final String EVICTED = "evicted";

  private AggregateSpans() {}

  /** The tag of evicted spans. */
  public static <R> OutputTag<R> evicted(TypeInformation<R> resultType) {
    return new OutputTag<>(EVICTED, resultType);
  }

  /**
   * Aggregates spans of the events of each key.
   *
   * @throws IllegalArgumentException if there is no measure, or two have the same name
   */
  public static <T, K, R> SingleOutputStreamOperator<R> on(
      KeyedStream<T, K> events,
      List<Measure<T, ?>> measures,
      SpanOptions<T> options,
      SummarizeSpan<K, R> summarize,
      TypeInformation<R> resultType,
      String uid) {
    Aggregate.check(measures);
    BuildSpans<K, T, R> rule = new BuildSpans<>(measures, options, summarize, evicted(resultType));
    return KeyedRuleOperator.on(events, rule, options.settings(), resultType, uid);
  }
}
