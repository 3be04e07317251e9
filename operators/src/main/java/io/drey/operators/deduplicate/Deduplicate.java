package io.drey.operators.deduplicate;

import io.drey.operators.rule.KeyedRule;
import io.drey.operators.rule.KeyedRuleOperator;
import io.drey.operators.rule.KeyedSettings;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * Passes one event of each run of duplicates. An event is a duplicate iff its key holds a time less
 * than {@code ttl} from its own: the time of the event kept, or with {@code refresh} the latest
 * time seen. That time never moves back: an event {@code ttl} or more older passes and changes
 * nothing.
 *
 * <pre>{@code
 * SingleOutputStreamOperator<Login> firsts =
 *     Deduplicate.on(
 *         logins.keyBy(Login::user),
 *         DeduplicateOptions.within(Duration.ofMinutes(10)),
 *         "first-login");
 * DataStream<Login> repeated = firsts.getSideOutput(Deduplicate.duplicates(firsts.getType()));
 * }</pre>
 *
 * <p><b>Time:</b> event time, or the machine's clock with {@link KeyedSettings#PROCESSING_TIME}.
 * The first of a run passes at once; with {@link Keep#LAST} the newest (of equal ones the last to
 * arrive) is emitted with the run's deadline as its timestamp: the held time plus {@code ttl}, or
 * at the end of input. A late event counts by its own timestamp as long as its key is remembered.
 *
 * <p><b>State:</b> one long a key, with keep last the newest event too. Freed once the watermark is
 * {@code ttl} past the held time; in processing time by Flink's state TTL. Without a {@code ttl} it
 * is kept for ever and grows with the number of keys, unless {@link KeyedSettings#maxKeys} caps it;
 * a newest event given up leaves by {@link #evicted}.
 */
public final class Deduplicate {
  /** The id of the output tag that duplicates leave by. */
  public static final String DUPLICATES = "duplicates";

  /** The id of the output tag of newest events given up for {@link KeyedSettings#maxKeys}. */
  public static final String EVICTED = "evicted";

  private Deduplicate() {}

  /** The tag of the duplicates, which keep their own timestamps. */
  public static <T> OutputTag<T> duplicates(TypeInformation<T> type) {
    return new OutputTag<>(DUPLICATES, type);
  }

  /** The tag of the newest events that are given up before their run is over. */
  public static <T> OutputTag<T> evicted(TypeInformation<T> type) {
    return new OutputTag<>(EVICTED, type);
  }

  /** Passes one event of each run; the others leave by {@link #duplicates}. */
  public static <K, T> SingleOutputStreamOperator<T> on(
      KeyedStream<T, K> events, DeduplicateOptions options, String uid) {
    TypeInformation<T> type = events.getType();
    KeyedRule<K, T, T> rule =
        options.keep() == Keep.FIRST
            ? new KeepFirst<>(options, Outcome.separating(duplicates(type)))
            : new KeepLast<>(options, type);
    return KeyedRuleOperator.on(events, rule, options.settings(), type, uid);
  }

  /**
   * Passes every event, marked whether it is the first of its run.
   *
   * @throws IllegalArgumentException with {@link Keep#LAST}, which cannot tell before the run is
   *     over
   */
  public static <K, T, R> SingleOutputStreamOperator<R> marking(
      KeyedStream<T, K> events,
      DeduplicateOptions options,
      Marker<T, R> marker,
      TypeInformation<R> resultType,
      String uid) {
    if (options.keep() == Keep.LAST) {
      throw new IllegalArgumentException("Invalid keep: must be first to mark events but was last");
    }
    KeyedRule<K, T, R> rule = new KeepFirst<>(options, Outcome.marking(marker));
    return KeyedRuleOperator.on(events, rule, options.settings(), resultType, uid);
  }
}
