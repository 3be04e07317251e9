// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.script;

import io.drey.operators.rule.KeyedRuleOperator;
import io.drey.operators.rule.KeyedSettings;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Runs a user's code on each event, with a keyed map of strings as state. The changes and results
 * of one event are atomic: if the code throws an {@link
 * io.drey.operators.rule.InvalidEventException}, none of them takes effect, and the event goes to
 * {@code invalid}.
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
 * <p><b>Output:</b> what the code emits, in that order, with the timestamp of the event; results of
 * {@code end} have the maximum timestamp. An exception in {@code end} fails the job.
 *
 * <p><b>Time:</b> not needed without a {@code ttl}. With one, an entry has expired for an event
 * that is {@code ttl} or more later than the entry's last write; an event older than its key's
 * latest one is handled at the timestamp of that one. At the end of input every {@code ttl} has
 * passed: {@code end} then finds no entries.
 *
 * <p><b>State:</b> a map state from name to string, read and written entry by entry, and one small
 * value for each key that has entries, or, with {@code begin} or {@code end}, that was seen; with a
 * {@code ttl} also for a key without entries, until time has passed its latest event. Freed by the
 * code itself, {@code ttl} after the last write, or by {@link KeyedSettings#maxKeys}: an evicted
 * key counts as new if it comes back, and {@code end} does not run for it.
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
