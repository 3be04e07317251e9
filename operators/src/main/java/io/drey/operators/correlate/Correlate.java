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
 * Pairs requests with their responses. A response pairs with a pending request of its key iff it is
 * at most {@code timeout} later and at most {@code skew} earlier, by the events' own times; of
 * several, with the first that arrived. Either may arrive first. What finds no other half leaves by
 * {@link #unmatched}, events that are neither by {@link #other}.
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
 * <p><b>Time:</b> event time, or the machine's clock with {@link KeyedSettings#PROCESSING_TIME}. A
 * pair has the time of whichever half arrived last. A request without a response leaves once the
 * watermark reaches its time plus {@code timeout}, a response without a request at its time plus
 * {@code skew}, with that instant as their time; both at the end of input at the latest. A late
 * event takes part by its own time until the next watermark.
 *
 * <p><b>State:</b> the pending requests and waiting responses, as one value a key with one timer;
 * freed by pairing or by the watermark. With {@link RepeatRequest#QUEUE} all requests of a key
 * within the timeout are kept, and each event of the key reads and writes them.
 */
public final class Correlate {
  /** The id of the output tag that events leave by that found no other half. */
  public static final String UNMATCHED = "unmatched";

  /** The id of the output tag of events given up for {@link KeyedSettings#maxKeys}. */
  public static final String EVICTED = "evicted";

  /** The id of the output tag of events that are neither request nor response. */
  public static final String OTHER = "other";

  private Correlate() {}

  /** The tag of the events that found no other half, of the type their {@link Exchange} makes. */
  public static <U> OutputTag<U> unmatched(TypeInformation<U> type) {
    return new OutputTag<>(UNMATCHED, type);
  }

  /** The tag of the events that were given up while they waited, of the type of the unmatched. */
  public static <U> OutputTag<U> evicted(TypeInformation<U> type) {
    return new OutputTag<>(EVICTED, type);
  }

  /** The tag of the events that are neither request nor response. */
  public static <T> OutputTag<T> other(TypeInformation<T> type) {
    return new OutputTag<>(OTHER, type);
  }

  /** Pairs events; unmatched ones leave beside their reason. */
  public static <K, T, R> SingleOutputStreamOperator<R> on(
      KeyedStream<T, K> events,
      Exchange<T, R, Unmatched<T>> exchange,
      CorrelateOptions options,
      TypeInformation<R> resultType,
      String uid) {
    return on(events, exchange, options, resultType, Unmatched.type(events.getType()), uid);
  }

  /** Pairs events; unmatched ones leave in a form of their own. */
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
