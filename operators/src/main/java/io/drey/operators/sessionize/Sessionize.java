// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sessionize;

import io.drey.operators.rule.KeyedRuleOperator;
import io.drey.operators.rule.KeyedSettings;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * Groups the events of a key into sessions, and emits each session when it closes. The deadline of
 * a session is the timestamp of its latest event plus {@code gap}, or that of its earliest event
 * plus {@code maxDuration}, whichever is earlier: an event after the deadline does not belong to
 * the session, one exactly on it does. An end event is the last of its session, and so is the event
 * that reaches {@code maxEvents}.
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
 * <p>With start events, only such an event opens a session. A start event that arrives while a
 * session is open closes that session and opens a new one; other events that arrive while no
 * session is open go to {@link #orphans}.
 *
 * <p><b>Time:</b> event time, or processing time with {@link KeyedSettings#PROCESSING_TIME}. A
 * session closed by its deadline is emitted with the deadline as its timestamp, whether the
 * watermark or an event passed it; any other with the timestamp of the event that closed it. At the
 * end of input every session is emitted; one without a deadline has the timestamp of its latest
 * event. An event that is older than an open session belongs to it and may bring its deadline
 * forward.
 *
 * <p><b>State:</b> three numbers and a timer for each open session, and the stored parts of its
 * events, appended one by one. Freed when the session closes. With end events and neither {@code
 * gap} nor {@code maxDuration} that may be never, unless {@link KeyedSettings#maxKeys} caps the
 * number of open sessions; an evicted session goes to {@link #evicted}.
 */
public final class Sessionize {
  /** The id of the side output for events outside a session. */
  public static final String ORPHANS = "orphans";

  /** The id of the side output for sessions evicted by {@link KeyedSettings#maxKeys}. */
  public static final String EVICTED = "evicted";

  private Sessionize() {}

  /** The tag of the events that arrived while no session was open and did not open one. */
  public static <T> OutputTag<T> orphans(TypeInformation<T> type) {
    return new OutputTag<>(ORPHANS, type);
  }

  /** The tag of the sessions that were evicted, with {@link CloseReason#EVICTED}. */
  public static <R> OutputTag<R> evicted(TypeInformation<R> resultType) {
    return new OutputTag<>(EVICTED, resultType);
  }

  /** Emits each session as a {@link Session} with all its events; any event opens one. */
  public static <K, T> SingleOutputStreamOperator<Session<K, T>> on(
      KeyedStream<T, K> events, SessionizeOptions options, String uid) {
    return on(events, options, SessionFunctions.anyEvent(), uid);
  }

  /** Emits each session as a {@link Session}. */
  public static <K, T> SingleOutputStreamOperator<Session<K, T>> on(
      KeyedStream<T, K> events,
      SessionizeOptions options,
      SessionFunctions<T> functions,
      String uid) {
    TypeInformation<Session<K, T>> type = Session.type(events.getKeyType(), events.getType());
    return on(events, options, functions, session -> session, type, uid);
  }

  /** Emits each session, converted by a function. */
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
