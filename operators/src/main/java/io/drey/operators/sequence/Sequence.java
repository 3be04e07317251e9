// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sequence;

import io.drey.operators.rule.Global;
import io.drey.operators.rule.KeyedRule;
import io.drey.operators.rule.KeyedRuleOperator;
import io.drey.operators.rule.Subtasks;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Numbers the events of each key, or of a whole stream, without gaps, in order of arrival.
 *
 * <pre>{@code
 * SingleOutputStreamOperator<String> numbered =
 *     Sequence.on(
 *         orders.keyBy(Order::shop),
 *         (order, number) -> order.shop() + "-" + number,
 *         SequenceOptions.from(1000),
 *         Types.STRING,
 *         "order-number");
 * }</pre>
 *
 * <p><b>Time:</b> timestamps are not needed, and a late event is numbered like any other. Results
 * have the timestamps of their events. After {@link Long#MAX_VALUE} events of the key go to {@code
 * invalid}.
 *
 * <p><b>State:</b> one long per key. Never freed: it grows with the number of keys, unless that is
 * capped; an evicted key starts anew.
 */
public final class Sequence {
  private Sequence() {}

  /** Numbers the events of each key. */
  public static <K, T, R> SingleOutputStreamOperator<R> on(
      KeyedStream<T, K> events,
      Numbering<T, R> numbering,
      SequenceOptions options,
      TypeInformation<R> resultType,
      String uid) {
    KeyedRule<K, T, R> rule = new NumberEvents<>(options.start(), numbering);
    return KeyedRuleOperator.on(events, rule, options.settings(), resultType, uid);
  }

  /**
   * Numbers all events, in one subtask.
   *
   * @throws IllegalArgumentException if the number of keys is capped
   */
  public static <T, R> SingleOutputStreamOperator<R> onAll(
      DataStream<T> events,
      Numbering<T, R> numbering,
      SequenceOptions options,
      TypeInformation<R> resultType,
      String uid) {
    Global.check(options.settings().maxKeys());
    return Subtasks.one(on(Global.keyed(events), numbering, options, resultType, uid));
  }
}
