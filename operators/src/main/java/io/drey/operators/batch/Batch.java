// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.batch;

import io.drey.operators.rule.Global;
import io.drey.operators.rule.KeyedRuleOperator;
import io.drey.operators.rule.KeyedSettings;
import io.drey.operators.rule.Subtasks;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * Groups events by count or time, per key or over a whole stream: emits a batch when it has {@code
 * size} events, when time is more than {@code timeout} past the event that arrived first, or at the
 * end of input. An event exactly {@code timeout} after the first still belongs to the batch, a
 * later one opens the next. A batch is never empty.
 *
 * <pre>{@code
 * SingleOutputStreamOperator<BatchOf<Order>> batches =
 *     Batch.on(
 *         orders.keyBy(Order::shop),
 *         BatchOptions.ofSize(100).withTimeout(Duration.ofSeconds(5)),
 *         "orders-by-shop");
 * }</pre>
 *
 * <p><b>Time:</b> event time, or processing time with {@link KeyedSettings#PROCESSING_TIME};
 * without a {@code timeout} timestamps are not needed. The timestamp of a full batch is that of the
 * event that filled it; of a batch that timed out, its deadline; of a batch emitted at the end of
 * input without a {@code timeout}, that of its latest event, if events have timestamps. An event
 * that is older than the first belongs to the batch.
 *
 * <p><b>State:</b> four numbers and a timer for each open batch, and its events, appended one by
 * one. Freed when the batch is emitted. With a key and without a {@code timeout} that may be never,
 * unless {@link KeyedSettings#maxKeys} caps the number of keys; an evicted batch goes to {@link
 * #evicted}.
 */
public final class Batch {
  /** The id of the side output for batches evicted by {@link KeyedSettings#maxKeys}. */
  public static final String EVICTED = "evicted";

  private Batch() {}

  /** The tag of evicted batches. */
  public static <R> OutputTag<R> evicted(TypeInformation<R> resultType) {
    return new OutputTag<>(EVICTED, resultType);
  }

  /** Emits batches per key as {@link BatchOf}. */
  public static <K, T> SingleOutputStreamOperator<BatchOf<T>> on(
      KeyedStream<T, K> events, BatchOptions options, String uid) {
    return on(
        events, options, (key, batch) -> new BatchOf<>(batch), BatchOf.type(events.getType()), uid);
  }

  /** Emits batches per key, converted by a function. */
  public static <K, T, R> SingleOutputStreamOperator<R> on(
      KeyedStream<T, K> events,
      BatchOptions options,
      BatchResult<K, T, R> result,
      TypeInformation<R> resultType,
      String uid) {
    BuildBatches<K, T, R> rule = new BuildBatches<>(options, result, events.getType(), resultType);
    return KeyedRuleOperator.on(events, rule, options.settings(), resultType, uid);
  }

  /**
   * Emits batches of the whole stream as {@link BatchOf}, from one subtask.
   *
   * @throws IllegalArgumentException if the number of keys is capped
   */
  public static <T> SingleOutputStreamOperator<BatchOf<T>> ofAll(
      DataStream<T> events, BatchOptions options, String uid) {
    Global.check(options.settings().maxKeys());
    return Subtasks.one(on(Global.keyed(events), options, uid));
  }
}
