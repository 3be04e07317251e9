package io.drey.operators.sessionize;

import io.drey.operators.rule.KeyedRuleOperator;
import io.drey.operators.rule.KeyedSettings;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * Puts the events of a key that belong together into sessions, and emits each when it is over. A
 * session's deadline is the time of its latest event plus {@code gap}, or that of its earliest plus
 * {@code maxDuration} if that is earlier: an event after it does not belong to the session, one
 * exactly on it does. An end event is the last of its session, and so is the event that makes
 * {@code maxEvents}.
 *
 * <pre>{@code
 * SingleOutputStreamOperator<Session<String, View>> visits =
 *     Sessionize.on(
 *         views.keyBy(View::user),
 *         SessionizeOptions.withGap(Duration.ofMinutes(30)),
 *         SessionFunctions.<View>anyEvent().endingAt(view -> view.page().equals("/logout")),
 *         "visits");
 * }</pre>
 *
 * <p>With start events, only such an event opens a session. One that comes while a session is open
 * closes that one and opens its own; events that come while none is open leave by {@link #orphans}.
 *
 * <p><b>Time:</b> event time, or the machine's clock with {@link KeyedSettings#PROCESSING_TIME}. A
 * session that its deadline has ended is emitted with the deadline as its timestamp, whether time
 * passed it or an event; any other with the time of the event that ended it. At the end of input
 * every session is emitted; one without a deadline has the time of its latest event. An event that
 * is older than an open session belongs to it and may bring its deadline forward.
 *
 * <p><b>State:</b> three numbers and a timer for each open session, and what is kept of its events,
 * appended one by one. Freed when the session ends. With end events and neither {@code gap} nor
 * {@code maxDuration} that may be never, unless {@link KeyedSettings#maxKeys} caps the number of
 * open sessions; one that is given up leaves by {@link #evicted}.
 */
public final class Sessionize {
  /** The id of the output tag of events without a session. */
  public static final String ORPHANS = "orphans";

  /** The id of the output tag of sessions given up for {@link KeyedSettings#maxKeys}. */
  public static final String EVICTED = "evicted";

  private Sessionize() {}

  /** The tag of the events that no session was open for, nor was opened by. */
  public static <T> OutputTag<T> orphans(TypeInformation<T> type) {
    return new OutputTag<>(ORPHANS, type);
  }

  /** The tag of the sessions that are given up, with {@link CloseReason#EVICTED}. */
  public static <R> OutputTag<R> evicted(TypeInformation<R> resultType) {
    return new OutputTag<>(EVICTED, resultType);
  }

  /** Emits a {@link Session} with all its events; any event opens one. */
  public static <K, T> SingleOutputStreamOperator<Session<K, T>> on(
      KeyedStream<T, K> events, SessionizeOptions options, String uid) {
    return on(events, options, SessionFunctions.anyEvent(), uid);
  }

  /** Emits a {@link Session}. */
  public static <K, T> SingleOutputStreamOperator<Session<K, T>> on(
      KeyedStream<T, K> events,
      SessionizeOptions options,
      SessionFunctions<T> functions,
      String uid) {
    TypeInformation<Session<K, T>> type = Session.type(events.getKeyType(), events.getType());
    return on(events, options, functions, session -> session, type, uid);
  }

  /** Emits what a function makes of each session. */
  public static <K, T, R> SingleOutputStreamOperator<R> on(
      KeyedStream<T, K> events,
      SessionizeOptions options,
      SessionFunctions<T> functions,
      SessionResult<K, T, R> result,
      TypeInformation<R> resultType,
      String uid) {
    BuildSessions<K, T, R> rule =
        new BuildSessions<>(options, functions, result, events.getType(), resultType);
    return KeyedRuleOperator.on(events, rule, options.settings(), resultType, uid);
  }
}
