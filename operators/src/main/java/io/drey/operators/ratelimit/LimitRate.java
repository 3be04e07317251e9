// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import io.drey.operators.internal.Routing;
import io.drey.operators.rule.KeyedRule;
import io.drey.operators.rule.KeyedRuleOperator;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * Limits the events of each key, in total or per time window; events beyond the limit go to {@link
 * #limited}. See {@link Algorithm} for how they are counted.
 *
 * <pre>{@code
 * SingleOutputStreamOperator<Login> within =
 *     LimitRate.on(
 *         failed.keyBy(Login::user),
 *         RateLimitOptions.slidingWindow(3, Duration.ofMinutes(1)),
 *         "few-failures");
 * DataStream<Login> beyond = within.getSideOutput(LimitRate.limited(within.getType()));
 * }</pre>
 *
 * <p><b>Time:</b> event time, or processing time. Every event is handled at once. The clock of a
 * key never runs backwards: an event older than the latest one that passed is handled at the
 * timestamp of that one, with fixed windows in its window. Without a time span timestamps are not
 * needed.
 *
 * <p>Where each event has a limit of its own ({@link #byEvent}), an event passes if it is within
 * that limit, of the events of its key that passed before. In a token bucket the tokens used come
 * back at the limit of the event that asks for one, for the whole time since the last that passed.
 *
 * <p><b>State:</b> a value of two or three numbers per key; with a sliding window, the timestamps
 * of the events that passed within the span, of which an event reads at most two blocks, and one
 * event in 32 up to four. Freed once the watermark is past the window, a span past the last event
 * that passed, or when the bucket is full again (at the latest, with limits of events: when a limit
 * of 1 would have filled it); in processing time by Flink's state TTL. Without a time span it is
 * never freed and grows with the number of keys.
 */
public final class LimitRate {
  /** The id of the side output for events beyond the limit. */
  public static final String LIMITED = "limited";

  private LimitRate() {}

  /** The tag of the events beyond the limit. */
  public static <R> OutputTag<R> limited(TypeInformation<R> type) {
    return new OutputTag<>(LIMITED, type);
  }

  /** Passes the events within the limit; the others go to {@link #limited}. */
  public static <K, T> SingleOutputStreamOperator<T> on(
      KeyedStream<T, K> events, RateLimitOptions options, String uid) {
    TypeInformation<T> type = events.getType();
    Mark<T, T> none = (event, isLimited, number) -> event;
    KeyedRule<K, T, T> rule = LimitRules.constant(options, false, none, separate(type));
    return KeyedRuleOperator.on(events, rule, options.settings(), type, uid);
  }

  /** Passes every event with a mark: whether it is beyond the limit. */
  public static <K, T, R> SingleOutputStreamOperator<R> marking(
      KeyedStream<T, K> events,
      RateLimitOptions options,
      LimitMarker<T, R> marker,
      TypeInformation<R> resultType,
      String uid) {
    Mark<T, R> mark = (event, isLimited, number) -> marker.mark(event, isLimited);
    KeyedRule<K, T, R> rule = LimitRules.constant(options, false, mark, Routing.together());
    return KeyedRuleOperator.on(events, rule, options.settings(), resultType, uid);
  }

  /**
   * Passes the events within their own limits; the others go to {@link #limited}, and those without
   * a limit to {@code invalid}. State is the key's, whatever the limit.
   */
  public static <K, T> SingleOutputStreamOperator<T> byEvent(
      KeyedStream<T, K> events, EventLimits<T> limits, EventLimitOptions options, String uid) {
    TypeInformation<T> type = events.getType();
    Mark<T, T> none = (event, isLimited, number) -> event;
    KeyedRule<K, T, T> rule = LimitRules.ofEvents(limits, options, none, separate(type));
    return KeyedRuleOperator.on(events, rule, options.settings(), type, uid);
  }

  /** Passes every event that has a limit with a mark: whether it is beyond its own limit. */
  public static <K, T, R> SingleOutputStreamOperator<R> markingByEvent(
      KeyedStream<T, K> events,
      EventLimits<T> limits,
      EventLimitOptions options,
      LimitMarker<T, R> marker,
      TypeInformation<R> resultType,
      String uid) {
    Mark<T, R> mark = (event, isLimited, number) -> marker.mark(event, isLimited);
    KeyedRule<K, T, R> rule = LimitRules.ofEvents(limits, options, mark, Routing.together());
    return KeyedRuleOperator.on(events, rule, options.settings(), resultType, uid);
  }

  /**
   * Passes the events within the limit, and sends the others to {@link #limited}, each with its
   * number among all events of the key in its window.
   *
   * @throws IllegalArgumentException with an algorithm other than fixed windows
   */
  public static <K, T, R> SingleOutputStreamOperator<R> numbering(
      KeyedStream<T, K> events,
      RateLimitOptions options,
      CountMarker<T, R> marker,
      TypeInformation<R> resultType,
      String uid) {
    KeyedRule<K, T, R> rule = numbered(options, marker, separate(resultType));
    return KeyedRuleOperator.on(events, rule, options.settings(), resultType, uid);
  }

  /**
   * Passes every event with its number among all events of the key in its window: those with a
   * number above the limit are beyond it.
   *
   * @throws IllegalArgumentException with an algorithm other than fixed windows
   */
  public static <K, T, R> SingleOutputStreamOperator<R> numberingAll(
      KeyedStream<T, K> events,
      RateLimitOptions options,
      CountMarker<T, R> marker,
      TypeInformation<R> resultType,
      String uid) {
    KeyedRule<K, T, R> rule = numbered(options, marker, Routing.together());
    return KeyedRuleOperator.on(events, rule, options.settings(), resultType, uid);
  }

  private static <R> Routing<R> separate(TypeInformation<R> type) {
    return Routing.separate(limited(type));
  }

  private static <K, T, R> KeyedRule<K, T, R> numbered(
      RateLimitOptions options, CountMarker<T, R> marker, Routing<R> routing) {
    if (options.algorithm() != Algorithm.FIXED_WINDOW) {
      throw new IllegalArgumentException(
          "Invalid algorithm: must be fixed-window to number events but was "
              + options.algorithm().word());
    }
    return LimitRules.constant(
        options, true, (event, isLimited, number) -> marker.mark(event, number), routing);
  }
}
