// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.gaps;

import io.drey.operators.rule.KeyedRule;
import io.drey.operators.rule.KeyedRuleOperator;
import io.drey.operators.rule.KeyedSettings;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * Passes every event, and emits a record for each event whose number is not one more than the
 * greatest number of its key so far: numbers are missing, or are repeated. The first number of a
 * key is never a gap.
 *
 * <pre>{@code
 * SingleOutputStreamOperator<Reading> readings =
 *     DetectGaps.on(
 *         received.keyBy(Reading::device),
 *         Reading::number,
 *         KeyedSettings.EVENT_TIME,
 *         "lost-readings");
 * DataStream<Gap<String>> lost = readings.getSideOutput(DetectGaps.gaps(Gap.type(Types.STRING)));
 * }</pre>
 *
 * <p><b>Time:</b> timestamps are not needed. Numbers are compared in the order in which events
 * arrive; the record of a gap has the timestamp of the event that revealed it. An event whose
 * number cannot be read goes to {@code invalid}.
 *
 * <p><b>State:</b> one long per key. Never freed: it grows with the number of keys, unless {@link
 * KeyedSettings#maxKeys} caps it.
 */
public final class DetectGaps {
  /** The id of the side output for gaps. */
  public static final String GAPS = "gaps";

  private DetectGaps() {}

  /** The tag of the gaps. */
  public static <G> OutputTag<G> gaps(TypeInformation<G> type) {
    return new OutputTag<>(GAPS, type);
  }

  /** Passes every event; each {@link Gap} goes to {@link #gaps}. */
  public static <K, T> SingleOutputStreamOperator<T> on(
      KeyedStream<T, K> events, NumberOf<T> number, KeyedSettings settings, String uid) {
    TypeInformation<Gap<K>> gapType = Gap.type(events.getKeyType());
    return on(events, number, (gap, event) -> gap, gapType, settings, uid);
  }

  /** Passes every event; a function converts gaps to records of another type. */
  public static <K, T, G> SingleOutputStreamOperator<T> on(
      KeyedStream<T, K> events,
      NumberOf<T> number,
      GapFunction<K, T, G> gap,
      TypeInformation<G> gapType,
      KeyedSettings settings,
      String uid) {
    KeyedRule<K, T, T> rule = new CompareNumbers<>(number, gap, gaps(gapType));
    return KeyedRuleOperator.on(events, rule, settings, events.getType(), uid);
  }
}
