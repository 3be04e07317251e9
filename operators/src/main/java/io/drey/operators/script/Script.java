package io.drey.operators.script;

import io.drey.operators.rule.KeyedRuleOperator;
import io.drey.operators.rule.KeyedSettings;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Memory to program: runs a user's code on each event, with a map of texts that is kept per key.
 * All that one event changes and emits is kept, or, if the code throws an {@link
 * io.drey.operators.rule.InvalidEventException}, none of it: the event then leaves by {@code
 * invalid}.
 *
 * <pre>{@code
 * Program<String, Login, String> counting =
 *     Program.of(
 *         (login, scope) -> {
 *           String before = scope.state().get("logins");
 *           long count = before == null ? 1 : Long.parseLong(before) + 1;
 *           scope.state().put("logins", Long.toString(count));
 *           scope.emit(login.user() + " " + count);
 *         });
 * SingleOutputStreamOperator<String> counted =
 *     Script.on(
 *         logins.keyBy(Login::user),
 *         counting,
 *         ScriptOptions.expiring(Duration.ofDays(30)),
 *         Types.STRING,
 *         "count-logins");
 * }</pre>
 *
 * <p><b>Output:</b> what the code emits, in that order, with the time of the event; what {@code
 * end} emits has the greatest timestamp there is. Code of {@code end} that throws fails the job.
 *
 * <p><b>Time:</b> none without a {@code ttl}. With one, an entry is gone for an event that is
 * {@code ttl} or more later than the entry's last write; an event older than its key's latest one
 * is handled at that one's time. At the end of input time has passed every {@code ttl}: {@code end}
 * then finds nothing.
 *
 * <p><b>State:</b> a map state from name to text, read and written entry by entry, and one small
 * value a key that has entries, or, where there is a {@code begin} or {@code end}, that was seen;
 * with a {@code ttl} also of a key without entries, until time has passed its latest event. Freed
 * by the code itself, {@code ttl} after the last write, or for {@link KeyedSettings#maxKeys}: a key
 * given up is as new when it comes again, and without {@code end}.
 */
public final class Script {
  private Script() {}

  /** Runs a program on a stream. */
  public static <K, T, R> SingleOutputStreamOperator<R> on(
      KeyedStream<T, K> events,
      Program<K, T, R> program,
      ScriptOptions options,
      TypeInformation<R> resultType,
      String uid) {
    return KeyedRuleOperator.on(
        events, new RunProgram<>(program, options), options.settings(), resultType, uid);
  }
}
