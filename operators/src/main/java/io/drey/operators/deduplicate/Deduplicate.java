// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.deduplicate;

import io.drey.operators.internal.Routing;
import io.drey.operators.rule.KeyedRule;
import io.drey.operators.rule.KeyedRuleOperator;
import io.drey.operators.rule.KeyedSettings;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * Passes one event of each run of duplicates. An event is a duplicate iff its timestamp is less
 * than {@code ttl} from the one in the state of its key: that of the event that passed, or with
 * {@code refresh} the latest timestamp seen. The timestamp in state never moves back: an event that
 * is older by {@code ttl} or more passes and changes nothing.
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
 * <p><b>Time:</b> event time, or processing time with {@link KeyedSettings#PROCESSING_TIME}. The
 * first event of a run passes at once; with {@link Keep#LAST} the newest (if several, the last to
 * arrive) is emitted when the run ends, or at the end of input, with the run's deadline as its
 * timestamp: the timestamp in state plus {@code ttl}. A late event is compared by its own timestamp
 * as long as its key has state.
 *
 * <p><b>State:</b> one long per key, with keep last also the newest event. Freed once the watermark
 * is {@code ttl} past the timestamp in state; in processing time by Flink's state TTL. Without a
 * {@code ttl} it is never freed and grows with the number of keys, unless {@link
 * KeyedSettings#maxKeys} caps it; an evicted newest event goes to {@link #evicted}.
 */
public final class Deduplicate {
  /** The id of the side output for duplicates. */
  public static final String DUPLICATES = "duplicates";

  /** The id of the side output for newest events evicted by {@link KeyedSettings#maxKeys}. */
  public static final String EVICTED = "evicted";

  /** The id of the side output for the number of duplicates of each run. */
  public static final String COUNTS = "counts";

  private Deduplicate() {}

  /** The tag of the duplicates, which keep their own timestamps. */
  public static <T> OutputTag<T> duplicates(TypeInformation<T> type) {
    return new OutputTag<>(DUPLICATES, type);
  }

  /** The tag of the records of runs that had duplicates. */
  public static <C> OutputTag<C> counts(TypeInformation<C> type) {
    return new OutputTag<>(COUNTS, type);
  }

  /** The tag of newest events, or counts, that were evicted before their run ended. */
  public static <T> OutputTag<T> evicted(TypeInformation<T> type) {
    return new OutputTag<>(EVICTED, type);
  }

  /** Passes one event of each run; the others go to {@link #duplicates}. */
  public static <K, T> SingleOutputStreamOperator<T> on(
      KeyedStream<T, K> events, DeduplicateOptions options, String uid) {
    TypeInformation<T> type = events.getType();
    KeyedRule<K, T, T> rule =
        options.keep() == Keep.FIRST
            ? new KeepFirst<>(
                options, (event, isFirst) -> event, Routing.separate(duplicates(type)))
            : new KeepLast<>(options, type);
    return KeyedRuleOperator.on(events, rule, options.settings(), type, uid);
  }

  /**
   * Passes every event with a mark: whether it is the first of its run.
   *
   * @throws IllegalArgumentException with {@link Keep#LAST}, since the last event is known only
   *     when the run ends
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
    KeyedRule<K, T, R> rule = new KeepFirst<>(options, marker, Routing.together());
    return KeyedRuleOperator.on(events, rule, options.settings(), resultType, uid);
  }

  /**
   * Passes the first event of each run; the others go to {@link #duplicates}. A run that had some
   * is followed by a record in {@link #counts}, when it ends or at the end of input, with the run's
   * deadline as its timestamp. That of an evicted key goes to {@link #evicted}.
   *
   * @throws IllegalArgumentException without a ttl, or with {@link Keep#LAST}
   */
  public static <K, T, C> SingleOutputStreamOperator<T> counting(
      KeyedStream<T, K> events,
      DeduplicateOptions options,
      DuplicateCounts<K, C> counts,
      String uid) {
    TypeInformation<T> type = events.getType();
    return counting(
        events,
        options,
        counts,
        (event, isFirst) -> event,
        Routing.separate(duplicates(type)),
        type,
        uid);
  }

  /**
   * Passes every event with a mark, and counts as {@link #counting} does.
   *
   * @throws IllegalArgumentException without a ttl, or with {@link Keep#LAST}
   */
  public static <K, T, R, C> SingleOutputStreamOperator<R> markingAndCounting(
      KeyedStream<T, K> events,
      DeduplicateOptions options,
      Marker<T, R> marker,
      TypeInformation<R> resultType,
      DuplicateCounts<K, C> counts,
      String uid) {
    return counting(events, options, counts, marker, Routing.together(), resultType, uid);
  }

  private static <K, T, R, C> SingleOutputStreamOperator<R> counting(
      KeyedStream<T, K> events,
      DeduplicateOptions options,
      DuplicateCounts<K, C> counts,
      Marker<T, R> marker,
      Routing<R> routing,
      TypeInformation<R> type,
      String uid) {
    DeduplicateOptions.checkCounts(options.ttl(), options.keep());
    KeyedRule<K, T, R> rule = new CountDuplicates<>(options, marker, routing, counts);
    return KeyedRuleOperator.on(events, rule, options.settings(), type, uid);
  }
}
