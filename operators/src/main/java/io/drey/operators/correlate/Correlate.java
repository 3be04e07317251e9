// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.correlate;

import io.drey.operators.internal.StateForm;
import io.drey.operators.rule.KeyedRule;
import io.drey.operators.rule.KeyedRuleOperator;
import io.drey.operators.rule.KeyedSettings;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * Pairs requests with their responses. A response pairs with a pending request of its key iff, by
 * timestamp, it is at most {@code timeout} later or at most {@code skew} earlier; if there are
 * several, with the first that arrived. Either may arrive first. Requests and responses without a
 * counterpart go to {@link #unmatched}, events that are neither to {@link #other}.
 *
 * <pre>{@code
 * SingleOutputStreamOperator<Latency> latencies =
 *     Correlate.on(
 *         calls.keyBy(Call::id),
 *         Exchange.of(
 *             call -> call.status() == 0,
 *             call -> call.status() > 0,
 *             (asked, answer, millis) -> new Latency(asked.path(), answer.status(), millis)),
 *         CorrelateOptions.within(Duration.ofSeconds(30)),
 *         TypeInformation.of(Latency.class),
 *         "latency");
 * DataStream<Unmatched<Call>> unanswered =
 *     latencies.getSideOutput(Correlate.unmatched(Unmatched.type(calls.getType())));
 * }</pre>
 *
 * <p><b>Time:</b> event time, or processing time with {@link KeyedSettings#PROCESSING_TIME}. A pair
 * has the timestamp of whichever event arrived last. A request without a response is emitted once
 * the watermark reaches its timestamp plus {@code timeout}, a response without a request at its
 * timestamp plus {@code skew}, with that instant as timestamp; both at the end of input at the
 * latest. A late event can still pair by its own timestamp, until the next watermark.
 *
 * <p><b>State:</b> the pending requests and waiting responses, as one value and one timer per key;
 * freed by pairing or by the watermark. With {@link RepeatRequest#QUEUE} state holds all requests
 * of a key within the timeout, and each event of the key reads and writes them.
 */
public final class Correlate {
  /** The id of the side output for events without a counterpart. */
  public static final String UNMATCHED = "unmatched";

  /** The id of the side output for events evicted by {@link KeyedSettings#maxKeys}. */
  public static final String EVICTED = "evicted";

  /** The id of the side output for events that are neither request nor response. */
  public static final String OTHER = "other";

  private Correlate() {}

  /**
   * The tag of the events without a counterpart, of the type that the {@link Exchange} converts
   * them to.
   */
  public static <U> OutputTag<U> unmatched(TypeInformation<U> type) {
    return new OutputTag<>(UNMATCHED, type);
  }

  /** The tag of the events that were evicted while they waited, of the type of unmatched events. */
  public static <U> OutputTag<U> evicted(TypeInformation<U> type) {
    return new OutputTag<>(EVICTED, type);
  }

  /** The tag of the events that are neither request nor response. */
  public static <T> OutputTag<T> other(TypeInformation<T> type) {
    return new OutputTag<>(OTHER, type);
  }

  /** Pairs events; unmatched events are emitted with their reason. */
  public static <K, T, R> SingleOutputStreamOperator<R> on(
      KeyedStream<T, K> events,
      Exchange<T, R, Unmatched<T>> exchange,
      CorrelateOptions options,
      TypeInformation<R> resultType,
      String uid) {
    return on(events, exchange, options, resultType, Unmatched.type(events.getType()), uid);
  }

  /** Pairs events; unmatched events are converted to a type of their own. */
  public static <K, T, R, U> SingleOutputStreamOperator<R> on(
      KeyedStream<T, K> events,
      Exchange<T, R, U> exchange,
      CorrelateOptions options,
      TypeInformation<R> resultType,
      TypeInformation<U> unmatchedType,
      String uid) {
    TypeInformation<T> type = events.getType();
    Outputs<T, U> outputs =
        new Outputs<>(unmatched(unmatchedType), evicted(unmatchedType), other(type));
    KeyedRule<K, T, R> rule = new PairEvents<>(exchange, options, StateForm.of(type), outputs);
    return KeyedRuleOperator.on(events, rule, options.settings(), resultType, uid);
  }
}
