package io.drey.operators.gaps;

import io.drey.operators.rule.KeyedRule;
import io.drey.operators.rule.KeyedRuleOperator;
import io.drey.operators.rule.KeyedSettings;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * Passes every event, and emits a record where an event's number is not the greatest of its key so
 * far plus one: numbers are missing, or it has come before. The first number of a key is no gap.
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
 * <p><b>Time:</b> none is needed. Events are compared in the order in which they arrive; the record
 * of a gap has the time of the event that showed it. An event whose number cannot be read leaves by
 * {@code invalid}.
 *
 * <p><b>State:</b> one long a key. Never freed: it grows with the number of keys, unless their
 * number is capped.
 */
public final class DetectGaps {
  /** The id of the output tag that gaps leave by. */
  public static final String GAPS = "gaps";

  private DetectGaps() {}

  /** The tag of the gaps. */
  public static <G> OutputTag<G> gaps(TypeInformation<G> type) {
    return new OutputTag<>(GAPS, type);
  }

  /** Passes every event; each {@link Gap} leaves by {@link #gaps}. */
  public static <K, T> SingleOutputStreamOperator<T> on(
      KeyedStream<T, K> events, NumberOf<T> number, KeyedSettings settings, String uid) {
    TypeInformation<Gap<K>> gapType = Gap.type(events.getKeyType());
    return on(events, number, (gap, event) -> gap, gapType, settings, uid);
  }

  /** The same with records of gaps as the function makes them. */
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
