package io.drey.operators.batch;

import io.drey.operators.rule.Global;
import io.drey.operators.rule.KeyedRuleOperator;
import io.drey.operators.rule.KeyedSettings;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * Puts events together as they arrive, per key or all of a stream, and emits them as one: when
 * there are {@code size} of them, when time is past {@code timeout} after the first that arrived,
 * or at the end of input. An event exactly {@code timeout} after the first still belongs to the
 * batch, a later one opens the next. No batch is empty.
 *
 * <pre>{@code
 * SingleOutputStreamOperator<BatchOf<Order>> batches =
 *     Batch.on(
 *         orders.keyBy(Order::shop),
 *         BatchOptions.ofSize(100).withTimeout(Duration.ofSeconds(5)),
 *         "orders-by-shop");
 * }</pre>
 *
 * <p><b>Time:</b> event time, or the machine's clock with {@link KeyedSettings#PROCESSING_TIME};
 * without a {@code timeout} none is needed. A batch that is full has the time of the event that
 * filled it, one that time has ended its deadline, and one that the end of input has ended without
 * a {@code timeout} the time of its latest event, where events have times. An event that is older
 * than the first belongs to the batch.
 *
 * <p><b>State:</b> four numbers and a timer for each open batch, and its events, appended one by
 * one. Freed when the batch is emitted. With a key and without a {@code timeout} that may be never,
 * unless {@link KeyedSettings#maxKeys} caps the number of keys; a batch that is given up leaves by
 * {@link #evicted}.
 */
public final class Batch {
  /** The id of the output tag of batches given up for {@link KeyedSettings#maxKeys}. */
  public static final String EVICTED = "evicted";

  private Batch() {}

  /** The tag of the batches that are given up before they are full. */
  public static <R> OutputTag<R> evicted(TypeInformation<R> resultType) {
    return new OutputTag<>(EVICTED, resultType);
  }

  /** Emits a {@link BatchOf} the events of a key. */
  public static <K, T> SingleOutputStreamOperator<BatchOf<T>> on(
      KeyedStream<T, K> events, BatchOptions options, String uid) {
    return on(
        events, options, (key, batch) -> new BatchOf<>(batch), BatchOf.type(events.getType()), uid);
  }

  /** Emits what a function makes of the events of a key. */
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
   * Emits a {@link BatchOf} events of the whole stream, from one subtask.
   *
   * @throws IllegalArgumentException if the number of keys is capped
   */
  public static <T> SingleOutputStreamOperator<BatchOf<T>> ofAll(
      DataStream<T> events, BatchOptions options, String uid) {
    Global.check(options.settings().maxKeys());
    return on(Global.keyed(events), options, uid).setParallelism(1);
  }
}
